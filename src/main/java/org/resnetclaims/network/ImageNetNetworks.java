package org.resnetclaims.network;

import java.util.List;

/**
 * The networks of Table 1: four stages with 64, 128, 256 and 512 filters, of basic blocks at depths 18 and 34 and of
 * bottlenecks at depths 50, 101 and 152, whose first 1x1 convolution takes the stride.
 *
 * <p>Images of at least 64 pixels go through the 7x7 convolution and the max pooling of Table 1. A scale with smaller
 * images replaces both by one 3x3 convolution of stride 1, since they would leave single pixels to the last stages.
 */
public final class ImageNetNetworks {

    private static final int WIDTH = 64;

    private ImageNetNetworks() {}

    /**
     * Such as {@code plain-34}; plain bottleneck networks too (Section 4.1, footnote 4).
     *
     * @throws IllegalArgumentException if Table 1 has no such depth
     */
    public static Architecture plain(int depth) {
        Design design = Design.of(depth);
        return BlockArchitecture.plain(depth, WIDTH, Stem.IMAGENET, design.block, design.stages);
    }

    /**
     * Such as {@code ResNet-34}, with the option that the paper compares by: A at depths 18 and 34 (Table 2), B at 50,
     * 101 and 152 (Table 3).
     *
     * @throws IllegalArgumentException if Table 1 has no such depth
     */
    public static Architecture residual(int depth) {
        return residual(depth, Design.of(depth).usual());
    }

    /**
     * Such as {@code ResNet-34 (option C)}.
     *
     * @throws IllegalArgumentException if Table 1 has no such depth
     */
    public static Architecture residual(int depth, Shortcut shortcut) {
        Design design = Design.of(depth);
        return BlockArchitecture.residual(
                depth, WIDTH, Stem.IMAGENET, design.block, design.stages, shortcut, design.usual());
    }

    /** A column of Table 1. */
    private record Design(Block block, List<Integer> stages) {

        static Design of(int depth) {
            return switch (depth) {
                case 18 -> new Design(Block.BASIC, List.of(2, 2, 2, 2));
                case 34 -> new Design(Block.BASIC, List.of(3, 4, 6, 3));
                case 50 -> new Design(Block.BOTTLENECK, List.of(3, 4, 6, 3));
                case 101 -> new Design(Block.BOTTLENECK, List.of(3, 4, 23, 3));
                case 152 -> new Design(Block.BOTTLENECK, List.of(3, 8, 36, 3));
                default ->
                    throw new IllegalArgumentException(
                            "An ImageNet network has depth 18, 34, 50, 101 or 152, but %d was asked for"
                                    .formatted(depth));
            };
        }

        Shortcut usual() {
            return block == Block.BASIC ? Shortcut.A : Shortcut.B;
        }
    }
}
