package section3_3;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/** Section 3.3 and Fig. 3: how the networks of 34 layers are made, and what that costs. */
class RulesOfPlainNetworks {

    @Claim(
            id = "sec3.3.plain-34-costs",
            kind = Kind.ARITHMETIC,
            source = "Section 3.3, Fig. 3",
            statement = "The plain network has 34 weighted layers, and takes 3.6 billion multiply-adds as the residual "
                    + "one does")
    void networks_of_34_layers_cost_alike(Experiment experiment) {
        assertThat(experiment.measure(
                        "fig3.plain-34.layers", network(plain(34)).cost().depth()))
                .agreesWithPaper();
        assertThat(experiment.measure("fig3.plain-34.multiply-adds", billions(plain(34))))
                .agreesWithPaper();
        assertThat(experiment.measure("fig3.resnet-34.multiply-adds", billions(residual(34))))
                .agreesWithPaper();
    }

    @Claim(
            id = "sec3.3.halved-maps-double-filters",
            kind = Kind.ARITHMETIC,
            source = "Section 3.3",
            statement = "Where the maps are halved the filters are doubled, so that each layer that keeps its shape "
                    + "takes the same time in every stage")
    void time_per_layer_is_preserved(Experiment experiment) {
        for (int stage = 1; stage <= 4; stage++) {
            String prefix = "stage" + stage;
            List<Long> multiplyAdds = ofLayersThatKeepTheirShape(prefix, network(plain(34)))
                    .boxed()
                    .toList();
            assertThat(experiment.measure(
                            "sec3.3.plain-34.%s.multiply-adds-per-layer".formatted(prefix),
                            "the cheapest layer",
                            multiplyAdds.stream().min(Long::compare).orElseThrow()))
                    .agreesWithDescription();
            assertThat(experiment.measure(
                            "sec3.3.plain-34.%s.multiply-adds-per-layer".formatted(prefix),
                            "the dearest layer",
                            multiplyAdds.stream().max(Long::compare).orElseThrow()))
                    .agreesWithDescription();
        }
    }

    private static LongStream ofLayersThatKeepTheirShape(String stage, Network network) {
        Map<String, Shape> shapes = network.shapes();
        return network.nodes().stream()
                .filter(node -> node.name().startsWith(stage) && node.layer() instanceof Layer.Convolution)
                .filter(node -> input(node, shapes).equals(shapes.get(node.name())))
                .mapToLong(node -> multiplyAdds(node, input(node, shapes)));
    }

    /** Each weight is used once for every pixel of the map. */
    private static long multiplyAdds(Node convolution, Shape map) {
        return convolution.layer().weights(map) * map.height() * map.width();
    }

    private static Shape input(Node node, Map<String, Shape> shapes) {
        return shapes.get(node.inputs().get(0));
    }

    private static double billions(Architecture architecture) {
        return network(architecture).cost().multiplyAdds() / 1e9;
    }

    private static Network network(Architecture architecture) {
        return architecture.build(new Shape(3, 224, 224), 64, 1000);
    }
}
