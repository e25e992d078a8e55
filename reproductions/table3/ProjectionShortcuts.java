package table3;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.Layer.Convolution;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;

/** The shortcut options that Table 3 compares. */
class ProjectionShortcuts {

    @Claim(
            id = "table3.option-c-has-13-more-projections",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1",
            statement = "ResNet-34 with option C has thirteen projection shortcuts more than with option B")
    void option_c_has_more_projections(Experiment experiment) {
        long extra = projections(Shortcut.C) - projections(Shortcut.B);

        assertThat(experiment.measure("table3.resnet-34-c.extra-projections", extra))
                .agreesWithPaper();
    }

    @Claim(
            id = "table3.projections-per-option",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1",
            statement = "ResNet-34 has no projection with option A, one where dimensions change with option B, and one "
                    + "for each of its 16 blocks with option C")
    void options_have_their_projections(Experiment experiment) {
        assertThat(experiment.measure("table3.resnet-34-a.projections", projections(Shortcut.A)))
                .agreesWithPaper();
        assertThat(experiment.measure("table3.resnet-34-b.projections", projections(Shortcut.B)))
                .agreesWithDescription();
        assertThat(experiment.measure("table3.resnet-34-c.projections", projections(Shortcut.C)))
                .agreesWithDescription();
    }

    private static long projections(Shortcut option) {
        // Basic blocks are made of 3x3 convolutions, so every 1x1 convolution is a projection.
        return residual(34, option).build(new Shape(3, 224, 224), 64, 1000).nodes().stream()
                .filter(node -> node.layer() instanceof Convolution convolution && convolution.kernel() == 1)
                .count();
    }
}
