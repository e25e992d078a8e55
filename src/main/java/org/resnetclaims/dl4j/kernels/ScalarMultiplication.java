package org.resnetclaims.dl4j.kernels;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Multiplies by one number, whatever the layout. */
final class ScalarMultiplication implements UnitKernel {

    @Override
    public void forward(INDArray x, UnitArrays parameters, boolean training, INDArray y) {
        x.mul(scalar(parameters), y);
    }

    @Override
    public void backward(INDArray x, INDArray dy, UnitArrays parameters, UnitArrays gradients, @Nullable INDArray dx) {
        long size = x.length();
        gradients.scalar().assign(Nd4j.getBlasWrapper().level1().dot(size, 1, x.reshape(size), dy.reshape(size)));
        dy.mul(scalar(parameters), Objects.requireNonNull(dx));
    }

    private static float scalar(UnitArrays parameters) {
        return parameters.scalar().getFloat(0);
    }

    @Override
    public void close() {}
}
