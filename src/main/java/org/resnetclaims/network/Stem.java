package org.resnetclaims.network;

/** The layers before the first block. */
enum Stem {

    /** A 3x3 convolution (Section 4.2). */
    CIFAR {
        @Override
        void appendTo(NetworkBuilder builder, Shape input, int width) {
            appendConvolution(builder, new Layer.Convolution(width, 3, 1, false));
        }
    },

    /** A 7x7 convolution and a 3x3 max pooling, of stride 2 each (Table 1); that of CIFAR where images are small. */
    IMAGENET {
        @Override
        void appendTo(NetworkBuilder builder, Shape input, int width) {
            if (Math.min(input.height(), input.width()) < SMALLEST_TO_REDUCE) {
                CIFAR.appendTo(builder, input, width);
                return;
            }
            appendConvolution(builder, new Layer.Convolution(width, 7, 2, false));
            builder.append("stem.pool", new Layer.MaxPooling(3, 2));
        }
    };

    /** The 32-fold reduction of the ImageNet networks leaves 2x2 pixels of this, the least worth a 3x3 convolution. */
    private static final int SMALLEST_TO_REDUCE = 64;

    abstract void appendTo(NetworkBuilder builder, Shape input, int width);

    private static void appendConvolution(NetworkBuilder builder, Layer.Convolution convolution) {
        builder.append("stem.conv", convolution);
        builder.append("stem.bn", new Layer.BatchNormalization());
        builder.append("stem.relu", new Layer.Relu());
    }
}
