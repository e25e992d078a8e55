package table1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;
import static org.resnetclaims.network.VggNetworks.vgg;

import java.util.List;
import java.util.Map;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;

/** Table 1, and what the paper says of it: these networks at the size at which they see ImageNet. */
class CostOfImageNetNetworks {

    private static final Shape IMAGE = new Shape(3, 224, 224);
    private static final int CLASSES = 1000;
    private static final List<Integer> DEPTHS = List.of(18, 34, 50, 101, 152);

    @Claim(
            id = "table1.depths",
            source = "Table 1",
            statement = "The residual networks have 18, 34, 50, 101 and 152 weighted layers")
    void networksHaveTheDepthsOfTheirNames(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure("table1.resnet-%d.layers".formatted(depth), cost(residual(depth)).depth()))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.multiply-adds",
            source = "Table 1",
            statement = "They take 1.8, 3.6, 3.8, 7.6 and 11.3 billion multiply-adds per image")
    void networksTakeTheirMultiplyAdds(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure("table1.resnet-%d.multiply-adds".formatted(depth), billions(residual(depth))))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.vgg-multiply-adds",
            source = "Section 4.1",
            statement = "VGG-16 and VGG-19 take 15.3 and 19.6 billion multiply-adds per image in their convolutions")
    void vggNetworksTakeTheirMultiplyAdds(Experiment experiment) {
        // With their fully-connected layers they take 15.5 and 19.6: the paper seems to leave those out.
        for (int depth : List.of(16, 19)) {
            double convolutions = billions(vgg(depth)) - fullyConnected(vgg(depth)) / 1e9;
            assertThat(experiment.measure("table1.vgg-%d.multiply-adds".formatted(depth), convolutions))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.plain-34-is-18-percent-of-vgg-19",
            source = "Section 3.3",
            statement = "The 34-layer plain network takes only 18 % of the multiply-adds of VGG-19")
    void plainNetworkIsCheapBesideVgg(Experiment experiment) {
        double share = 100 * billions(plain(34)) / billions(vgg(19));

        assertThat(experiment.measure("table1.plain-34.share-of-vgg-19", share)).agreesWithPaper();
    }

    @Claim(
            id = "table1.resnet-152-is-deeper-and-cheaper-than-vgg",
            source = "Abstract, Section 4.1",
            statement = "ResNet-152 is 8 times deeper than VGG-19 and still takes fewer multiply-adds than VGG-16")
    void deepestNetworkIsCheaperThanVgg(Experiment experiment) {
        double depths = (double) cost(residual(152)).depth() / cost(vgg(19)).depth();

        assertThat(experiment.measure("table1.resnet-152.depth-over-vgg-19", depths)).agreesWithPaper();
        assertThat(billions(residual(152))).isLessThan(billions(vgg(16)));
    }

    private static double billions(Architecture architecture) {
        return cost(architecture).multiplyAdds() / 1e9;
    }

    /** Multiply-adds of the fully-connected layers, which use each weight once. */
    private static long fullyConnected(Architecture architecture) {
        Network network = network(architecture);
        Map<String, Shape> shapes = network.shapes();
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.FullyConnected)
                .mapToLong(node -> node.layer().weights(shapes.get(node.inputs().get(0))))
                .sum();
    }

    private static Cost cost(Architecture architecture) {
        return network(architecture).cost();
    }

    private static Network network(Architecture architecture) {
        return architecture.build(IMAGE, architecture.paperWidth(), CLASSES);
    }
}
