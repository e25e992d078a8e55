package org.resnetclaims.dl4j.kernels;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes a unit, or a part of one, forward and backward, for one {@link UnitShape}. */
public interface UnitKernel extends AutoCloseable {

    /** Added to the variance before its root is taken; the value of Deeplearning4j's stock layer. */
    float EPSILON = 1e-5f;

    /** The share of the old running statistics that a training step keeps; the value of the stock layer. */
    double RUNNING_DECAY = 0.9;

    /** Keeps what {@link #backward} needs when {@code training}; otherwise normalises by the running statistics. */
    void forward(INDArray x, UnitArrays parameters, boolean training, INDArray y);

    /**
     * Fills in the gradients of all that has one, and moves the running statistics towards those of the batch: the
     * backward pass is what happens once per training step.
     *
     * @param dx filled in, or null where nobody asks a convolution for it
     */
    void backward(INDArray x, INDArray dy, UnitArrays parameters, UnitArrays gradients, @Nullable INDArray dx);

    @Override
    void close();
}
