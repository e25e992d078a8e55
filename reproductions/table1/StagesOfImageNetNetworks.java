package table1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import java.util.List;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/** Table 1, stage by stage. */
class StagesOfImageNetNetworks {

    private static final List<Integer> DEPTHS = List.of(18, 34, 50, 101, 152);
    private static final List<String> PARTS = List.of("stem", "stage1", "stage2", "stage3", "stage4", "pool");

    @Claim(
            id = "table1.output-sizes",
            kind = Kind.ARITHMETIC,
            source = "Table 1",
            statement = "At every depth the first layer yields 112x112 pixels, the four stages yield 56, 28, 14 and 7, "
                    + "and the pooling yields one")
    void stages_have_their_output_sizes(Experiment experiment) {
        for (String part : PARTS) {
            List<Integer> sizes = DEPTHS.stream()
                    .map(depth -> output(part, network(depth)))
                    .peek(shape -> assertThat(shape.height()).isEqualTo(shape.width()))
                    .map(Shape::height)
                    .distinct()
                    .toList();
            assertThat(sizes).hasSize(1);
            assertThat(experiment.measure("table1.%s.pixels".formatted(part), sizes.get(0)))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.blocks-per-stage",
            kind = Kind.ARITHMETIC,
            source = "Table 1",
            statement = "The stages of the residual networks have as many blocks as the table prints")
    void stages_have_their_blocks(Experiment experiment) {
        for (int depth : DEPTHS) {
            for (String stage : PARTS.subList(1, 5)) {
                long blocks = network(depth).nodes().stream()
                        .filter(node -> isIn(stage, node) && node.layer() instanceof Layer.Addition)
                        .count();
                assertThat(experiment.measure("table1.resnet-%d.%s.blocks".formatted(depth, stage), blocks))
                        .agreesWithPaper();
            }
        }
    }

    /** That of its last node; Table 1 counts the max pooling after the first layer to the first stage. */
    private static Shape output(String part, Network network) {
        return network.nodes().stream()
                .filter(node -> isIn(part, node) && !(node.layer() instanceof Layer.MaxPooling))
                .map(node -> network.shapes().get(node.name()))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private static boolean isIn(String part, Node node) {
        return node.name().equals(part) || node.name().startsWith(part + ".");
    }

    private static Network network(int depth) {
        return residual(depth).build(new Shape(3, 224, 224), 64, 1000);
    }
}
