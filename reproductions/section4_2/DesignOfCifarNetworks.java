package section4_2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;

/** The networks of Section 4.2 as its text and its small table describe them. */
class DesignOfCifarNetworks {

    @Claim(
            id = "sec4.2.depths",
            kind = Kind.ARITHMETIC,
            source = "Section 4.2",
            statement =
                    "With n = 3, 5, 7, 9, 18 and 200 there are 6n + 2 = 20, 32, 44, 56, 110 and 1202 weighted layers")
    void networks_have_6n_plus_2_layers(Experiment experiment) {
        for (int n : List.of(3, 5, 7, 9, 18, 200)) {
            assertThat(experiment.measure(
                            "sec4.2.n-%d.layers".formatted(n),
                            network(6 * n + 2).cost().depth()))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "sec4.2.sizes-per-stage",
            kind = Kind.ARITHMETIC,
            source = "Section 4.2",
            statement = "The maps have 32, 16 and 8 pixels with 16, 32 and 64 filters, at every depth")
    void stages_have_their_sizes(Experiment experiment) {
        for (int stage = 1; stage <= 3; stage++) {
            Shape shape = output(stage, network(20));
            assertThat(output(stage, network(110))).isEqualTo(shape);
            assertThat(experiment.measure("sec4.2.stage%d.pixels".formatted(stage), shape.height()))
                    .agreesWithPaper();
            assertThat(experiment.measure("sec4.2.stage%d.filters".formatted(stage), shape.channels()))
                    .agreesWithPaper();
        }
    }

    private static Shape output(int stage, Network network) {
        String prefix = "stage%d.".formatted(stage);
        return network.shapes().entrySet().stream()
                .filter(node -> node.getKey().startsWith(prefix))
                .reduce((before, last) -> last)
                .orElseThrow()
                .getValue();
    }

    private static Network network(int depth) {
        return CifarNetworks.residual(depth).build(new Shape(3, 32, 32), 16, 10);
    }
}
