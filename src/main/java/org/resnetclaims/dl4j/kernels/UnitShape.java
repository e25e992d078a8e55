package org.resnetclaims.dl4j.kernels;

/**
 * A unit and its sizes for one batch size. Padding is (kernel - 1) / 2 on every side.
 *
 * @param filters channels of the output
 * @param kernel 1, as the stride, of a unit without convolution
 * @param relu whether a ReLU follows the normalisation
 */
public record UnitShape(
        UnitKind kind,
        int batch,
        int channels,
        int height,
        int width,
        int filters,
        int kernel,
        int stride,
        boolean relu) {

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
