package org.resnetclaims.dl4j.kernels;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Sum and ReLU on the operations of libnd4j. */
final class LibNd4jAddition implements AdditionKernel {

    private final boolean relu;

    LibNd4jAddition(boolean relu) {
        this.relu = relu;
    }

    @Override
    public void forward(INDArray residual, INDArray shortcut, INDArray y) {
        residual.add(shortcut, y);
        if (relu) {
            Nd4j.exec(DynamicCustomOp.builder("relu")
                    .addInputs(y)
                    .addFloatingPointArguments(0.0)
                    .addOutputs(y)
                    .build());
        }
    }

    @Override
    public void backward(INDArray y, INDArray dy, INDArray dx) {
        if (relu) {
            // The output is positive exactly where the sum was.
            Nd4j.exec(DynamicCustomOp.builder("relu_bp")
                    .addInputs(y, dy)
                    .addFloatingPointArguments(0.0)
                    .addOutputs(dx)
                    .build());
        } else {
            dx.assign(dy);
        }
    }

    @Override
    public void close() {}
}
