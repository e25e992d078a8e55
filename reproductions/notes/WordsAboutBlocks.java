package notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/** What notes about the paper say of depths and blocks. */
class WordsAboutBlocks {

    @Claim(
            id = "notes.depths",
            kind = Kind.ARITHMETIC,
            source = "Table 1, as notes have it",
            statement = "The networks of bottlenecks have 51, 101 and 151 layers",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures = "50, 101 and 152 weighted layers",
                            because = "the notes are off by one: the stages of 3, 4, 6, 3 and of 3, 8, 36, 3 blocks of "
                                    + "three layers, with the first and the last layer, make 50 and 152"))
    void networks_have_51_and_151_layers(Experiment experiment) {
        List<Double> depths = Stream.of(50, 101, 152)
                .map(depth -> experiment.measure(
                        "table1.resnet-%d.layers".formatted(depth),
                        imageNet(depth).cost().depth()))
                .map(Quantity::measured)
                .toList();

        assertThat(depths).containsExactly(51.0, 101.0, 151.0);
    }

    @Claim(
            id = "notes.block-of-two",
            kind = Kind.ARITHMETIC,
            source = "Section 4.2, as notes have it",
            statement = "Every two layers the input is added: a block has two convolutions, and a network 3n shortcuts")
    void every_second_layer_is_skipped(Experiment experiment) {
        for (int n : List.of(3, 5, 7, 9, 18)) {
            Network network = cifar(6 * n + 2);
            List<Node> additions = network.nodes().stream()
                    .filter(node -> node.layer() instanceof Layer.Addition)
                    .toList();
            assertThat(experiment.measure("sec4.2.n-%d.shortcuts".formatted(n), additions.size()))
                    .agreesWithDescription();
            additions.stream()
                    .map(addition -> convolutions(addition, network))
                    .distinct()
                    .forEach(layers -> assertThat(
                                    experiment.measure("sec4.2.layers-per-shortcut", network.name(), layers))
                            .agreesWithPaper());
        }
    }

    @Claim(
            id = "notes.block-has-no-pooling",
            kind = Kind.ARITHMETIC,
            source = "Fig. 2, as notes have it",
            statement =
                    "A residual block consists of convolutions, batch normalisations, activations and a shortcut; it "
                            + "has no pooling")
    void no_block_pools(Experiment experiment) {
        List<Network> networks = Stream.concat(
                        Stream.of(18, 34, 50, 101, 152).map(WordsAboutBlocks::imageNet),
                        Stream.of(20, 32, 44, 56, 110).map(WordsAboutBlocks::cifar))
                .toList();
        for (Network network : networks) {
            assertThat(experiment.measure(
                            "notes.pooling-layers-in-blocks",
                            network.name(),
                            network.nodes().stream()
                                    .filter(node -> node.name().contains(".block"))
                                    .map(Node::layer)
                                    .filter(layer -> layer instanceof Layer.MaxPooling
                                            || layer instanceof Layer.GlobalAveragePooling)
                                    .count()))
                    .agreesWithPaper();
        }
    }

    private static long convolutions(Node addition, Network network) {
        String block = addition.name().replace(".add", ".conv");
        return network.nodes().stream()
                .filter(node ->
                        node.layer() instanceof Layer.Convolution && node.name().startsWith(block))
                .count();
    }

    private static Network imageNet(int depth) {
        return ImageNetNetworks.residual(depth).build(new Shape(3, 224, 224), 64, 1000);
    }

    private static Network cifar(int depth) {
        return CifarNetworks.residual(depth).build(new Shape(3, 32, 32), 16, 10);
    }
}
