package org.resnetclaims.network;

/**
 * What one node of a {@link Network} computes. Layers are plain values: an engine decides how to run them.
 *
 * <p>Padding is never free to choose: a convolution or pooling of kernel k pads (k - 1) / 2 on every side, which is what
 * the paper's networks and VGG use throughout.
 */
public sealed interface Layer {

    /** A 2-D convolution, He-initialised; {@code bias} only where no batch normalisation follows (VGG). */
    record Convolution(int filters, int kernel, int stride, boolean bias) implements Layer {}

    /** Batch normalisation over N, H and W with a learned scale and shift per channel (Section 3.4). */
    record BatchNormalization() implements Layer {}

    record Relu() implements Layer {}

    record MaxPooling(int kernel, int stride) implements Layer {}

    record GlobalAveragePooling() implements Layer {}

    /** The element-wise sum F(x) + x that ends a residual block (Equation 1); two inputs of equal shape. */
    record Addition() implements Layer {}

    /**
     * The parameter-free shortcut of option A (Section 3.3): every {@code stride}-th pixel, extra channels filled with
     * zeros up to {@code filters}.
     */
    record ZeroPaddedShortcut(int filters, int stride) implements Layer {}

    /** A fully-connected layer with bias on the flattened input. */
    record FullyConnected(int units) implements Layer {}
}
