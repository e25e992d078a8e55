package org.resnetclaims.dl4j.kernels;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The sum that ends a residual block, with or without the ReLU after it. */
public interface AdditionKernel extends AutoCloseable {

    void forward(INDArray residual, INDArray shortcut, INDArray y);

    /** @param dx the gradient of either input, which is the same */
    void backward(INDArray y, INDArray dy, INDArray dx);

    @Override
    void close();
}
