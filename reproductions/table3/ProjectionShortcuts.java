package table3;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Arm;
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
            id = "table3.option-a-beats-plain-34",
            source = "Table 3",
            statement = "ResNet-34 with option A has a lower test error than the plain network")
    void option_a_beats_the_plain_network(Experiment experiment) {
        beatsPlain(experiment, Shortcut.A);
    }

    @Claim(
            id = "table3.option-b-beats-plain-34",
            source = "Table 3",
            statement = "ResNet-34 with option B has a lower test error than the plain network")
    void option_b_beats_the_plain_network(Experiment experiment) {
        beatsPlain(experiment, Shortcut.B);
    }

    @Claim(
            id = "table3.option-c-beats-plain-34",
            source = "Table 3",
            statement = "ResNet-34 with option C has a lower test error than the plain network")
    void option_c_beats_the_plain_network(Experiment experiment) {
        beatsPlain(experiment, Shortcut.C);
    }

    private static void beatsPlain(Experiment experiment, Shortcut option) {
        Arm plain34 = experiment.train(plain(34));
        Arm resNet34 = experiment.train(residual(34, option));

        assertThat(resNet34).testError().isLowerThan(plain34);
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
