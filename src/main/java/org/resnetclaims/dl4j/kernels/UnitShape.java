package org.resnetclaims.dl4j.kernels;

/** The sizes of one convolution-BN(-ReLU) unit for one batch size. Padding is (kernel - 1) / 2 on every side. */
public record UnitShape(
        int batch, int channels, int height, int width, int filters, int kernel, int stride, boolean relu) {

    int padding() {
        return (kernel - 1) / 2;
    }

    public int outputHeight() {
        return outputSize(height);
    }

    public int outputWidth() {
        return outputSize(width);
    }

    private int outputSize(int size) {
        return (size + 2 * padding() - kernel) / stride + 1;
    }
}
