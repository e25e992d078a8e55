package org.resnetclaims.network;

import java.util.Collections;
import java.util.List;

/**
 * The networks of Section 4.2: a 3x3 convolution, three stages of n basic blocks with 16, 32 and 64 filters, global
 * average pooling and a fully-connected layer; 6n + 2 weighted layers. They take images of any size. Beside them stand
 * networks of other blocks, which claims compare with them.
 */
public final class CifarNetworks {

    private static final int WIDTH = 16;

    private CifarNetworks() {}

    /**
     * Such as {@code plain-56}.
     *
     * @throws IllegalArgumentException if the depth is not 6n + 2 with n of at least 1
     */
    public static Architecture plain(int depth) {
        return BlockArchitecture.plain(depth, WIDTH, Stem.CIFAR, Block.BASIC, stages(depth));
    }

    /**
     * Such as {@code ResNet-56}, with the paper's option A.
     *
     * @throws IllegalArgumentException if the depth is not 6n + 2 with n of at least 1
     */
    public static Architecture residual(int depth) {
        return residual(depth, Shortcut.A);
    }

    /**
     * Such as {@code ResNet-56 (option B)}.
     *
     * @throws IllegalArgumentException if the depth is not 6n + 2 with n of at least 1
     */
    public static Architecture residual(int depth, Shortcut shortcut) {
        return residual(depth, Block.BASIC, stages(depth), shortcut);
    }

    /**
     * Such as {@code ResNet-56 (single layers)}: each layer is a residual block of its own, y = ReLU(BN(Wx) + x), as
     * Section 3.2 has tried; as deep as the others, with twice as many blocks.
     *
     * @throws IllegalArgumentException if the depth is not 6n + 2 with n of at least 1
     */
    public static Architecture residualOfSingleLayers(int depth) {
        List<Integer> stages = stages(depth).stream().map(blocks -> 2 * blocks).toList();
        return residual(depth, Block.SINGLE, stages, Shortcut.A).called("single layers");
    }

    /**
     * Such as {@code plain-56 (bottlenecks)}: with bottlenecks in place of basic blocks, four times as wide at their
     * ends (Fig. 5).
     *
     * @throws IllegalArgumentException if the depth is not 9n + 2 with n of at least 1
     */
    public static Architecture plainOfBottlenecks(int depth) {
        return BlockArchitecture.plain(depth, WIDTH, Stem.CIFAR, Block.BOTTLENECK, stagesOfBottlenecks(depth))
                .called("bottlenecks");
    }

    /**
     * Such as {@code ResNet-56 (bottlenecks)}, with option A, so that it costs what the plain one costs.
     *
     * @throws IllegalArgumentException if the depth is not 9n + 2 with n of at least 1
     */
    public static Architecture residualOfBottlenecks(int depth) {
        return residual(depth, Block.BOTTLENECK, stagesOfBottlenecks(depth), Shortcut.A)
                .called("bottlenecks");
    }

    /**
     * Such as {@code ResNet-110 (pre-activation)}: BN and ReLU before each convolution of a block and none behind the
     * addition (arXiv 1603.05027). It has the layers of {@link #residual(int)} in another order.
     *
     * @throws IllegalArgumentException if the depth is not 6n + 2 with n of at least 1
     */
    public static Architecture preActivation(int depth) {
        return residual(depth, Block.BASIC, stages(depth), Shortcut.A)
                .with(Activation.BEFORE_CONVOLUTION)
                .called("pre-activation");
    }

    private static BlockArchitecture residual(int depth, Block block, List<Integer> stages, Shortcut shortcut) {
        return BlockArchitecture.residual(depth, WIDTH, Stem.CIFAR, block, stages, shortcut, Shortcut.A);
    }

    private static List<Integer> stages(int depth) {
        return stages(depth, 6, "A CIFAR network");
    }

    private static List<Integer> stagesOfBottlenecks(int depth) {
        return stages(depth, 9, "A CIFAR network of bottlenecks");
    }

    /** @param layers of one block of each stage together */
    private static List<Integer> stages(int depth, int layers, String network) {
        int blocks = Math.floorDiv(depth - 2, layers);
        int nearest = layers * blocks + 2;
        if (blocks < 1) {
            throw new IllegalArgumentException("%s has depth %dn+2, but %d was asked for; the smallest is %d"
                    .formatted(network, layers, depth, layers + 2));
        }
        if (depth != nearest) {
            throw new IllegalArgumentException("%s has depth %dn+2, but %d was asked for; the nearest are %d and %d"
                    .formatted(network, layers, depth, nearest, nearest + layers));
        }
        return Collections.nCopies(3, blocks);
    }
}
