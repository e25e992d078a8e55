package section3_4;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/** Section 3.4 on the networks of the paper. */
class PlaceOfNormalisation {

    @Claim(
            id = "sec3.4.normalisation-after-each-convolution",
            kind = Kind.ARITHMETIC,
            source = "Section 3.4",
            statement = "Batch normalisation stands right after each convolution and before its activation")
    void each_convolution_is_normalised_before_its_activation(Experiment experiment) {
        assertThat(experiment.measure(
                        "sec3.4.convolutions-without-normalisation",
                        networks()
                                .mapToLong(PlaceOfNormalisation::convolutionsWithoutNormalisation)
                                .sum()))
                .agreesWithPaper();
        assertThat(experiment.measure(
                        "sec3.4.normalisations-after-an-activation",
                        networks()
                                .mapToLong(PlaceOfNormalisation::normalisationsOfSomethingElse)
                                .sum()))
                .agreesWithPaper();
    }

    private static long convolutionsWithoutNormalisation(Network network) {
        return convolutions(network).stream()
                .filter(convolution -> network.nodes().stream()
                        .filter(node -> node.inputs().contains(convolution))
                        .anyMatch(node -> !(node.layer() instanceof Layer.BatchNormalization)))
                .count();
    }

    private static long normalisationsOfSomethingElse(Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.BatchNormalization)
                .filter(node -> !convolutions(network).containsAll(node.inputs()))
                .count();
    }

    private static List<String> convolutions(Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Convolution)
                .map(Node::name)
                .toList();
    }

    private static Stream<Network> networks() {
        Stream<Network> imageNet = IntStream.of(18, 34, 50, 101, 152)
                .mapToObj(depth -> ImageNetNetworks.residual(depth).build(new Shape(3, 224, 224), 64, 1000));
        Stream<Network> cifar = IntStream.of(20, 32, 44, 56, 110)
                .mapToObj(depth -> CifarNetworks.residual(depth).build(new Shape(3, 32, 32), 16, 10));
        return Stream.concat(imageNet, cifar);
    }
}
