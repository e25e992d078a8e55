package org.resnetclaims.dl4j.kernels;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic behind the layers of a graph: which library computes them, and in which memory layout. */
public enum Kernels {
    /** oneDNN, called directly: it picks its instructions by the CPU it finds. Channels last suits it best. */
    ONEDNN(CNN2DFormat.NHWC) {
        @Override
        UnitKernel convolution(UnitShape shape) {
            return new OneDnnConvolution(shape);
        }

        @Override
        UnitKernel normalisation(UnitShape shape) {
            return new OneDnnNormalisation(shape);
        }

        @Override
        public AdditionKernel addition(long[] shape, boolean relu) {
            return new OneDnnAddition(shape, relu);
        }

        @Override
        public void write(float[] values, INDArray to) {
            ((FloatPointer) to.data().addressPointer()).put(values);
        }
    },

    /** The operations of libnd4j, on whichever backend ND4J has: the way to cuDNN, which wants channels first. */
    LIBND4J(CNN2DFormat.NCHW) {
        @Override
        UnitKernel convolution(UnitShape shape) {
            return new LibNd4jConvolution(shape);
        }

        @Override
        UnitKernel normalisation(UnitShape shape) {
            return new LibNd4jNormalisation(shape);
        }

        @Override
        public AdditionKernel addition(long[] shape, boolean relu) {
            return new LibNd4jAddition(relu);
        }

        @Override
        public void write(float[] values, INDArray to) {
            to.data().setData(values);
        }
    };

    private final CNN2DFormat format;

    Kernels(CNN2DFormat format) {
        this.format = format;
    }

    public CNN2DFormat format() {
        return format;
    }

    /** Orders sizes as this layout does. */
    public long[] shape(long batch, long channels, long height, long width) {
        return format == CNN2DFormat.NHWC
                ? new long[] {batch, height, width, channels}
                : new long[] {batch, channels, height, width};
    }

    public UnitKernel unit(UnitShape shape) {
        return switch (shape.kind()) {
            case CONVOLUTION -> convolution(shape);
            case NORMALISATION -> normalisation(shape);
            case CONVOLUTION_AND_NORMALISATION ->
                new ConvolutionAndNormalisation(
                        convolution(shape),
                        normalisation(shape),
                        shape(shape.batch(), shape.filters(), shape.outputHeight(), shape.outputWidth()));
            case SCALAR_MULTIPLIER -> new ScalarMultiplication();
        };
    }

    abstract UnitKernel convolution(UnitShape shape);

    /** @param shape whose outputs are what is normalised */
    abstract UnitKernel normalisation(UnitShape shape);

    /** @param shape of either input, in this layout */
    public abstract AdditionKernel addition(long[] shape, boolean relu);

    /** Copies values from the heap to a contiguous row-major array that is not a view. */
    public abstract void write(float[] values, INDArray to);
}
