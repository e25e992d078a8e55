package figure5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.network.ResidualBlocks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;

/** Fig. 5: a bottleneck block carries four times the channels at the cost of a basic block. */
class BottleneckSavings {

    private static final Shape NARROW = new Shape(64, 56, 56);
    private static final Shape WIDE = new Shape(256, 56, 56);

    @Claim(
            id = "fig5.bottleneck-costs-no-more-than-a-basic-block",
            source = "Fig. 5",
            statement = "A bottleneck block on 256 channels has no more weights than a basic block on 64")
    void bottleneckCostsNoMoreThanBasicBlock(Experiment experiment) {
        long basic = ResidualBlocks.basic(NARROW, Shortcut.A).cost().weights();
        long bottleneck = ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost().weights();

        assertThat(experiment.measure("fig5.basic-64.weights", basic)).agreesWithPaper();
        assertThat(experiment.measure("fig5.bottleneck-256.weights", bottleneck)).agreesWithPaper();
        assertThat(bottleneck).isLessThanOrEqualTo(basic);
    }

    @Claim(
            id = "fig5.basic-block-on-256-channels-costs-17-bottlenecks",
            source = "Fig. 5",
            statement = "A basic block on 256 channels would have 1,179,648 weights, 17 times those of a bottleneck")
    void wideBasicBlockIsExpensive(Experiment experiment) {
        long basic = ResidualBlocks.basic(WIDE, Shortcut.A).cost().weights();
        long bottleneck = ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost().weights();

        assertThat(experiment.measure("fig5.basic-256.weights", basic)).agreesWithPaper();
        assertThat(Math.round((double) basic / bottleneck)).isEqualTo(17);
    }

    @Claim(
            id = "fig5.projection-doubles-a-bottleneck",
            source = "Section 4.1",
            statement = "A projection in place of the identity shortcut about doubles the size of a bottleneck block")
    void projectionDoublesBottleneck(Experiment experiment) {
        long identity = ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost().weights();
        long projection = ResidualBlocks.bottleneck(WIDE, Shortcut.C).cost().weights();

        assertThat(experiment.measure("fig5.projection-256.weights", projection - identity)).agreesWithPaper();
        assertThat((double) projection / identity).isBetween(1.9, 2.1);
    }
}
