package org.resnetclaims.network;

import java.util.List;

/** The convolutions that a block consists of (Section 3.2, Fig. 5). */
enum Block {

    /** A single 3x3 convolution, which the paper has tried as well (Section 3.2). */
    SINGLE(1) {
        @Override
        List<Layer.Convolution> convolutions(int width, int stride) {
            return List.of(convolution(width, 3, stride));
        }
    },

    /** Two 3x3 convolutions. */
    BASIC(1) {
        @Override
        List<Layer.Convolution> convolutions(int width, int stride) {
            return List.of(convolution(width, 3, stride), convolution(width, 3, 1));
        }
    },

    /** A 1x1 convolution that narrows, a 3x3 one, and a 1x1 one that widens; the first takes the stride. */
    BOTTLENECK(4) {
        @Override
        List<Layer.Convolution> convolutions(int width, int stride) {
            return List.of(
                    convolution(width, 1, stride), convolution(width, 3, 1), convolution(expansion() * width, 1, 1));
        }
    };

    private final int expansion;

    Block(int expansion) {
        this.expansion = expansion;
    }

    /** Channels at the end of a block per filter of its 3x3 convolution. */
    int expansion() {
        return expansion;
    }

    abstract List<Layer.Convolution> convolutions(int width, int stride);

    private static Layer.Convolution convolution(int filters, int kernel, int stride) {
        return new Layer.Convolution(filters, kernel, stride, false);
    }
}
