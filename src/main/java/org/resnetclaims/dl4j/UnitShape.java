package org.resnetclaims.dl4j;

/** The sizes of one convolution-BN(-ReLU) unit for one batch size. Padding is (kernel - 1) / 2 on every side. */
record UnitShape(
        int batch, int channels, int height, int width, int filters, int kernel, int stride, boolean relu) {

    int padding() {
        return (kernel - 1) / 2;
    }

    int outputHeight() {
        return outputSize(height, this);
    }

    int outputWidth() {
        return outputSize(width, this);
    }

    private static int outputSize(int size, UnitShape unit) {
        return (size + 2 * unit.padding() - unit.kernel) / unit.stride + 1;
    }
}
