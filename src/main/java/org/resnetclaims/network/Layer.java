package org.resnetclaims.network;

import java.io.Serializable;
import java.util.Objects;

/**
 * What one node of a {@link Network} computes. Layers are plain values: an engine decides how to run them.
 *
 * <p>Padding is never free to choose: a convolution or pooling of kernel k pads (k - 1) / 2 on every side, which is
 * what the paper's networks and VGG use throughout. Under an odd kernel, h pixels therefore become ceil(h / stride).
 */
public sealed interface Layer extends Serializable {

    /** How many inputs it reads; if several, all of one shape. */
    default int arity() {
        return 1;
    }

    /**
     * The shape of what it computes.
     *
     * @throws IllegalArgumentException if it cannot read an input of this shape, in one sentence
     */
    default Shape output(Shape input) {
        return input;
    }

    /** The weights of a convolution or fully-connected layer, without biases; 0 for every other layer. */
    default long weights(Shape input) {
        return 0;
    }

    /** All numbers that gradient descent changes: the weights, and biases, scales, shifts and scalars besides. */
    default long parameters(Shape input) {
        return weights(input);
    }

    /** A 2-D convolution, He-initialised; {@code bias} only in VGG, which knows no batch normalisation. */
    record Convolution(int filters, int kernel, int stride, boolean bias) implements Layer {

        public Convolution {
            requirePositive("number of filters", filters);
            requirePositive("kernel", kernel);
            requirePositive("stride", stride);
        }

        @Override
        public Shape output(Shape input) {
            return slide(input, filters, kernel, stride);
        }

        @Override
        public long weights(Shape input) {
            return (long) filters * input.channels() * kernel * kernel;
        }

        @Override
        public long parameters(Shape input) {
            return weights(input) + (bias ? filters : 0);
        }
    }

    /** Batch normalisation over N, H and W with a learned scale and shift per channel (Section 3.4). */
    record BatchNormalization() implements Layer {

        @Override
        public long parameters(Shape input) {
            return 2L * input.channels();
        }
    }

    record Relu() implements Layer {}

    /**
     * The input times one learned number that begins at 0. At the end of the branch of a residual block it is SkipInit
     * (arXiv 2002.10444): the block begins as the identity.
     */
    record ScalarMultiplier() implements Layer {

        @Override
        public long parameters(Shape input) {
            return 1;
        }
    }

    record MaxPooling(int kernel, int stride) implements Layer {

        public MaxPooling {
            requirePositive("kernel", kernel);
            requirePositive("stride", stride);
        }

        @Override
        public Shape output(Shape input) {
            return slide(input, input.channels(), kernel, stride);
        }
    }

    record GlobalAveragePooling() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(input.channels(), 1, 1);
        }
    }

    /**
     * The element-wise sum F(x) + x that ends a residual block (Equation 1); two inputs of equal shape, the residual
     * F(x) first and the shortcut second.
     */
    record Addition() implements Layer {

        @Override
        public int arity() {
            return 2;
        }
    }

    /**
     * The parameter-free shortcut of option A (Section 3.3): every {@code stride}-th pixel, extra channels filled with
     * zeros up to {@code filters}.
     */
    record ZeroPaddedShortcut(int filters, int stride) implements Layer {

        public ZeroPaddedShortcut {
            requirePositive("number of filters", filters);
            requirePositive("stride", stride);
        }

        @Override
        public Shape output(Shape input) {
            if (filters < input.channels()) {
                throw new IllegalArgumentException("a zero-padded shortcut only adds channels, but should make %d of %d"
                        .formatted(filters, input.channels()));
            }
            return slide(input, filters, 1, stride);
        }
    }

    /**
     * Dropout: in training each value is set to 0 with a probability, and divided by that of the opposite otherwise, so
     * that its expectation stays; in inference all pass. On the branches of residual blocks, image by image, it is
     * stochastic depth (arXiv 1603.09382).
     *
     * @param probability of 0, from 0 and below 1
     */
    record Dropout(double probability, Grain grain) implements Layer {

        /** What is kept or dropped as one. */
        public enum Grain {
            /** Each number by itself. */
            VALUE,
            /** All numbers of an image. */
            IMAGE
        }

        public Dropout {
            if (!(probability >= 0 && probability < 1)) {
                throw new IllegalArgumentException(
                        "The probability of dropout must be at least 0 and below 1, but is " + probability);
            }
            Objects.requireNonNull(grain, "dropout does not say what it drops");
        }
    }

    /** A fully-connected layer with bias on the flattened input. */
    record FullyConnected(int units) implements Layer {

        public FullyConnected {
            requirePositive("number of units", units);
        }

        @Override
        public Shape output(Shape input) {
            return new Shape(units, 1, 1);
        }

        @Override
        public long weights(Shape input) {
            return units * input.size();
        }

        @Override
        public long parameters(Shape input) {
            return weights(input) + units;
        }
    }

    private static void requirePositive(String size, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The %s of a layer must be at least 1, but is %d".formatted(size, value));
        }
    }

    private static Shape slide(Shape input, int channels, int kernel, int stride) {
        int height = slide(input.height(), kernel, stride);
        int width = slide(input.width(), kernel, stride);
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a window of %dx%d pixels does not fit a map of %dx%d"
                    .formatted(kernel, kernel, input.height(), input.width()));
        }
        return new Shape(channels, height, width);
    }

    private static int slide(int size, int kernel, int stride) {
        int padding = (kernel - 1) / 2;
        return Math.floorDiv(size + 2 * padding - kernel, stride) + 1;
    }
}
