package org.resnetclaims.network;

import java.util.List;

/**
 * The VGG networks that Table 1 compares with (arXiv 1409.1556, columns D and E): five stages of 3x3 convolutions with
 * bias, each ended by a 2x2 max pooling, and three fully-connected layers. Images need at least 32 pixels.
 */
public final class VggNetworks {

    private VggNetworks() {}

    /**
     * {@code VGG-16} or {@code VGG-19}.
     *
     * @throws IllegalArgumentException for any other depth
     */
    public static Architecture vgg(int depth) {
        return switch (depth) {
            case 16 -> new Vgg("VGG-16", List.of(2, 2, 3, 3, 3));
            case 19 -> new Vgg("VGG-19", List.of(2, 2, 4, 4, 4));
            default ->
                throw new IllegalArgumentException(
                        "A VGG network has depth 16 or 19, but %d was asked for".formatted(depth));
        };
    }

    private record Vgg(String name, List<Integer> stages) implements Architecture {

        /** The fully-connected layers have 4096 units at width 64. */
        private static final int UNITS_PER_WIDTH = 64;

        @Override
        public int paperWidth() {
            return 64;
        }

        @Override
        public Network build(Shape input, int width, int classes) {
            NetworkBuilder builder = new NetworkBuilder();
            for (int i = 0; i < stages.size(); i++) {
                // 1, 2, 4, 8 and again 8 times the width.
                appendStage(builder, "stage" + (i + 1), stages.get(i), width << Math.min(i, 3));
            }
            appendHidden(builder, "hidden1", UNITS_PER_WIDTH * width);
            appendHidden(builder, "hidden2", UNITS_PER_WIDTH * width);
            builder.append("classifier", new Layer.FullyConnected(classes));
            return builder.build(name, input);
        }

        private static void appendStage(NetworkBuilder builder, String name, int convolutions, int filters) {
            for (int i = 1; i <= convolutions; i++) {
                builder.append(name + ".conv" + i, new Layer.Convolution(filters, 3, 1, true));
                builder.append(name + ".relu" + i, new Layer.Relu());
            }
            builder.append(name + ".pool", new Layer.MaxPooling(2, 2));
        }

        private static void appendHidden(NetworkBuilder builder, String name, int units) {
            builder.append(name + ".fc", new Layer.FullyConnected(units));
            builder.append(name + ".relu", new Layer.Relu());
        }
    }
}
