package section4_1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/** How the text of Section 4.1 makes ResNet-50 from ResNet-34. */
class DeeperBottlenecks {

    @Claim(
            id = "sec4.1.resnet-50-has-the-blocks-of-resnet-34",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1",
            statement = "ResNet-50 has a bottleneck of three layers in place of each block of ResNet-34")
    void bottlenecks_replace_blocks_one_by_one(Experiment experiment) {
        List<String> of34 = blocks(residual(34));
        List<String> of50 = blocks(residual(50));
        long unlike = of50.stream().filter(block -> !of34.contains(block)).count()
                + of34.stream().filter(block -> !of50.contains(block)).count();

        assertThat(experiment.measure("sec4.1.resnet-50.blocks-more-than-resnet-34", unlike))
                .agreesWithPaper();
        of50.stream()
                .collect(Collectors.groupingBy(block -> layers(block, residual(50))))
                .forEach((layers, blocks) -> assertThat(experiment.measure(
                                "sec4.1.layers-per-bottleneck", "%d blocks".formatted(blocks.size()), layers))
                        .agreesWithPaper());
    }

    /** The names of the blocks, such as {@code stage3.block6}. */
    private static List<String> blocks(Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .map(node -> node.name().replace(".add", ""))
                .toList();
    }

    /** Projections are no layers of a block, but stand beside it. */
    private static long layers(String block, Network network) {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Convolution)
                .map(Node::name)
                .filter(name -> name.startsWith(block + ".conv"))
                .count();
    }

    private static Network residual(int depth) {
        return ImageNetNetworks.residual(depth).build(new Shape(3, 224, 224), 64, 1000);
    }
}
