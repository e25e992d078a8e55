package org.resnetclaims.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradient descent with the momentum and the weight decay of the paper (Section 3.4): v = momentum * v + rate * (g +
 * decay * w) and w = w - v. Deeplearning4j's own {@code Nesterovs} steps along a different direction, and its updaters
 * visit every parameter of every layer; this one takes all parameters in a few operations.
 */
final class HeavyBall implements AutoCloseable {

    private final double momentum;
    private final INDArray parameters;
    private final INDArray decay;
    private final INDArray velocity;
    private final INDArray step;

    /**
     * @param parameters stepped in place
     * @param decay      the weight decay of each parameter, 0 for those that have none; same shape as {@code parameters}
     */
    HeavyBall(double momentum, INDArray parameters, INDArray decay) {
        this.momentum = momentum;
        this.parameters = parameters;
        this.decay = decay;
        velocity = parameters.like();
        step = parameters.like();
    }

    /** @param gradient mean over the batch; not changed */
    void step(INDArray gradient, double learningRate) {
        parameters.mul(decay, step);
        step.addi(gradient).muli(learningRate);
        velocity.muli(momentum).addi(step);
        parameters.subi(velocity);
    }

    /** One number for each parameter; 0 before the first step. */
    INDArray velocity() {
        return velocity;
    }

    @Override
    public void close() {
        velocity.close();
        step.close();
    }
}
