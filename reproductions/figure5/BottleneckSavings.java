package figure5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.ResidualBlocks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;

/**
 * Fig. 5. The paper prints no numbers for it, but says in words what blocks cost: a bottleneck block carries four times
 * the channels at the cost of a basic block.
 */
class BottleneckSavings {

    private static final Shape NARROW = new Shape(64, 56, 56);
    private static final Shape WIDE = new Shape(256, 56, 56);

    /** How far a ratio of costs may be from 1 where the paper says "similar", and from 2 where it says "doubled". */
    private static final double TOLERANCE = 0.1;

    @Claim(
            id = "fig5.bottleneck-costs-about-a-basic-block",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1, Fig. 5",
            statement = "A bottleneck block on 256 channels has a similar time complexity as a basic block on 64")
    void bottleneck_costs_about_a_basic_block(Experiment experiment) {
        Cost basic = ResidualBlocks.basic(NARROW, Shortcut.A).cost();
        Cost bottleneck = ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost();
        double weights = (double) bottleneck.weights() / basic.weights();
        double multiplyAdds = (double) bottleneck.multiplyAdds() / basic.multiplyAdds();

        assertThat(experiment.measure("fig5.basic-64.weights", basic.weights())).agreesWithDescription();
        assertThat(experiment.measure("fig5.bottleneck-256.weights", bottleneck.weights()))
                .agreesWithDescription();
        assertThat(experiment.measure("fig5.bottleneck-256.weights-over-basic-64", weights))
                .agreesWithDescription();
        assertThat(experiment.measure("fig5.bottleneck-256.multiply-adds-over-basic-64", multiplyAdds))
                .agreesWithDescription();
        assertThat(weights).isCloseTo(1, within(TOLERANCE));
        assertThat(multiplyAdds).isCloseTo(1, within(TOLERANCE));
    }

    @Claim(
            id = "fig5.basic-blocks-are-less-economical",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1, footnote 4",
            statement = "On 256 channels, a block without a bottleneck is not as economical as a bottleneck block")
    void wide_basic_block_is_expensive(Experiment experiment) {
        Cost basic = ResidualBlocks.basic(WIDE, Shortcut.A).cost();
        Cost bottleneck = ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost();
        double weights = (double) basic.weights() / bottleneck.weights();
        double multiplyAdds = (double) basic.multiplyAdds() / bottleneck.multiplyAdds();

        assertThat(experiment.measure("fig5.basic-256.weights", basic.weights()))
                .agreesWithDescription();
        assertThat(experiment.measure("fig5.basic-256.weights-over-bottleneck-256", weights))
                .agreesWithDescription();
        assertThat(experiment.measure("fig5.basic-256.multiply-adds-over-bottleneck-256", multiplyAdds))
                .agreesWithDescription();
        assertThat(weights).isGreaterThan(1);
        assertThat(multiplyAdds).isGreaterThan(1);
    }

    @Claim(
            id = "fig5.projection-doubles-a-bottleneck",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1",
            statement = "A projection in place of the identity shortcut doubles the time complexity and the size of a "
                    + "bottleneck block")
    void projection_doubles_bottleneck(Experiment experiment) {
        Cost identity = ResidualBlocks.bottleneck(WIDE, Shortcut.A).cost();
        Cost projection = ResidualBlocks.bottleneck(WIDE, Shortcut.C).cost();
        double weights = (double) projection.weights() / identity.weights();
        double multiplyAdds = (double) projection.multiplyAdds() / identity.multiplyAdds();

        assertThat(experiment.measure("fig5.projection-256.weights", projection.weights() - identity.weights()))
                .agreesWithDescription();
        assertThat(experiment.measure("fig5.projection-256.weights-with-over-without", weights))
                .agreesWithDescription();
        assertThat(experiment.measure("fig5.projection-256.multiply-adds-with-over-without", multiplyAdds))
                .agreesWithDescription();
        assertThat(weights).isCloseTo(2, within(TOLERANCE));
        assertThat(multiplyAdds).isCloseTo(2, within(TOLERANCE));
    }
}
