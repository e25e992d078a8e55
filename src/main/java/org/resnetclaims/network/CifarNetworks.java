package org.resnetclaims.network;

import java.util.Collections;
import java.util.List;

/**
 * The networks of Section 4.2: a 3x3 convolution, three stages of n basic blocks with 16, 32 and 64 filters, global
 * average pooling and a fully-connected layer; 6n + 2 weighted layers. They take images of any size.
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
        return BlockArchitecture.residual(depth, WIDTH, Stem.CIFAR, Block.BASIC, stages(depth), shortcut, Shortcut.A);
    }

    private static List<Integer> stages(int depth) {
        int blocks = Math.floorDiv(depth - 2, 6);
        if (blocks < 1) {
            throw new IllegalArgumentException(
                    "A CIFAR network has depth 6n+2, but %d was asked for; the smallest is 8".formatted(depth));
        }
        if (depth != 6 * blocks + 2) {
            throw new IllegalArgumentException(
                    "A CIFAR network has depth 6n+2, but %d was asked for; the nearest are %d and %d"
                            .formatted(depth, 6 * blocks + 2, 6 * blocks + 8));
        }
        return Collections.nCopies(3, blocks);
    }
}
