package org.resnetclaims.dl4j.kernels;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** A convolution on the operations of libnd4j, channels first: on CUDA they reach cuDNN for both directions. */
final class LibNd4jConvolution implements UnitKernel {

    private static final int CHANNELS_FIRST = 0;
    private static final int WEIGHTS_OIHW = 1;
    private static final int EXPLICIT_PADDING = 0;

    private final UnitShape shape;

    LibNd4jConvolution(UnitShape shape) {
        this.shape = shape;
    }

    @Override
    public void forward(INDArray x, UnitArrays parameters, boolean training, INDArray y) {
        Nd4j.exec(operation("conv2d")
                .addInputs(x, parameters.weights())
                .addOutputs(y)
                .build());
    }

    @Override
    public void backward(INDArray x, INDArray dy, UnitArrays parameters, UnitArrays gradients, @Nullable INDArray dx) {
        INDArray dInput = dx == null ? Nd4j.createUninitialized(x.dataType(), x.shape()) : dx;
        Nd4j.exec(operation("conv2d_bp")
                .addInputs(x, parameters.weights(), dy)
                .addOutputs(dInput, gradients.weights())
                .build());
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(
                        shape.kernel(),
                        shape.kernel(),
                        shape.stride(),
                        shape.stride(),
                        shape.padding(),
                        shape.padding(),
                        1,
                        1,
                        EXPLICIT_PADDING,
                        CHANNELS_FIRST,
                        WEIGHTS_OIHW);
    }

    @Override
    public void close() {}
}
