package table1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;
import static org.resnetclaims.network.VggNetworks.vgg;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Quantity;
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
    private static final List<Integer> VGG_DEPTHS = List.of(16, 19);

    @Claim(
            id = "table1.depths",
            kind = Kind.ARITHMETIC,
            source = "Table 1",
            statement = "The residual networks have 18, 34, 50, 101 and 152 weighted layers")
    void networks_have_the_depths_of_their_names(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure(
                            "table1.resnet-%d.layers".formatted(depth),
                            cost(residual(depth)).depth()))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.multiply-adds",
            kind = Kind.ARITHMETIC,
            source = "Table 1",
            statement = "They take 1.8, 3.6, 3.8, 7.6 and 11.3 billion multiply-adds per image")
    void networks_take_their_multiply_adds(Experiment experiment) {
        for (int depth : DEPTHS) {
            double billions = Counted.ALL_LAYERS.multiplyAdds(residual(depth)) / 1e9;
            assertThat(experiment.measure("table1.resnet-%d.multiply-adds".formatted(depth), billions))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.vgg-multiply-adds",
            kind = Kind.ARITHMETIC,
            source = "Section 4.1",
            statement = "VGG-16 and VGG-19 take 15.3 and 19.6 billion multiply-adds per image, by one way of counting",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures = "convolutions alone 15.35 and 19.51 billion, all layers 15.47 and 19.63 billion",
                            because =
                                    "the paper seems to count the convolutions alone of VGG-16, but all layers of VGG-19"))
    void vgg_networks_take_their_multiply_adds(Experiment experiment) {
        Map<Counted, List<Quantity>> ways = new EnumMap<>(Counted.class);
        for (Counted way : Counted.values()) {
            ways.put(
                    way,
                    VGG_DEPTHS.stream()
                            .map(depth -> multiplyAddsOfVgg(depth, way, experiment))
                            .toList());
        }

        assertThat(ways.values())
                .overridingErrorMessage("No one way of counting gives both 15.3 and 19.6: %s", inWords(ways))
                .anyMatch(quantities -> quantities.stream().allMatch(Quantity::agrees));
    }

    @Claim(
            id = "table1.plain-34-is-18-percent-of-vgg-19",
            kind = Kind.ARITHMETIC,
            source = "Section 3.3",
            statement = "The 34-layer plain network takes only 18 % of the multiply-adds of VGG-19, whichever way they "
                    + "are counted")
    void plain_network_is_cheap_beside_vgg(Experiment experiment) {
        for (Counted way : Counted.values()) {
            double share = way.share(plain(34), vgg(19));
            assertThat(experiment.measure("table1.plain-34.share-of-vgg-19", way.words(), share))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table1.resnet-152-is-deeper-and-cheaper-than-vgg",
            kind = Kind.ARITHMETIC,
            source = "Abstract, Section 4.1",
            statement = "ResNet-152 is 8 times deeper than VGG-19 and still takes fewer multiply-adds than VGG-16 and "
                    + "VGG-19, whichever way they are counted")
    void deepest_network_is_cheaper_than_vgg(Experiment experiment) {
        double depths = (double) cost(residual(152)).depth() / cost(vgg(19)).depth();

        assertThat(experiment.measure("table1.resnet-152.depth-over-vgg-19", depths))
                .agreesWithPaper();
        for (int depth : VGG_DEPTHS) {
            for (Counted way : Counted.values()) {
                double share = way.share(residual(152), vgg(depth));
                assertThat(experiment.measure("table1.resnet-152.share-of-vgg-%d.%s".formatted(depth, way.id()), share))
                        .agreesWithDescription();
                assertThat(share).isLessThan(100);
            }
        }
    }

    /** The paper does not say which layers it counts. */
    private enum Counted {
        CONVOLUTIONS_ALONE("convolutions") {
            @Override
            long multiplyAdds(Architecture architecture) {
                return ALL_LAYERS.multiplyAdds(architecture) - fullyConnected(network(architecture));
            }
        },

        ALL_LAYERS("all-layers") {
            @Override
            long multiplyAdds(Architecture architecture) {
                return cost(architecture).multiplyAdds();
            }
        };

        private final String id;

        Counted(String id) {
            this.id = id;
        }

        abstract long multiplyAdds(Architecture architecture);

        /** In percent. */
        double share(Architecture architecture, Architecture of) {
            return 100.0 * multiplyAdds(architecture) / multiplyAdds(of);
        }

        /** In the names of numbers. */
        String id() {
            return id;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Multiply-adds of the fully-connected layers, which use each weight once. */
        private static long fullyConnected(Network network) {
            Map<String, Shape> shapes = network.shapes();
            return network.nodes().stream()
                    .filter(node -> node.layer() instanceof Layer.FullyConnected)
                    .mapToLong(node ->
                            node.layer().weights(shapes.get(node.inputs().get(0))))
                    .sum();
        }
    }

    private static Quantity multiplyAddsOfVgg(int depth, Counted way, Experiment experiment) {
        double billions = way.multiplyAdds(vgg(depth)) / 1e9;
        return experiment.measure("table1.vgg-%d.multiply-adds".formatted(depth), way.words(), billions);
    }

    private static String inWords(Map<Counted, List<Quantity>> ways) {
        return ways.entrySet().stream()
                .map(way -> way.getKey().words()
                        + way.getValue().stream()
                                .map(quantity -> String.format(Locale.ROOT, " %.2f", quantity.measured()))
                                .collect(Collectors.joining(" and")))
                .collect(Collectors.joining(", "));
    }

    private static Cost cost(Architecture architecture) {
        return network(architecture).cost();
    }

    private static Network network(Architecture architecture) {
        return architecture.build(IMAGE, architecture.paperWidth(), CLASSES);
    }
}
