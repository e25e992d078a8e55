package org.resnetclaims.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
    private final INDArray decayed;

    /**
     * @param parameters stepped in place
     * @param decay the weight decay of each parameter, 0 for those that have none; same shape as {@code parameters};
     *     closed together with this
     */
    HeavyBall(double momentum, INDArray parameters, INDArray decay) {
        this.momentum = momentum;
        this.parameters = parameters;
        this.decay = decay;
        velocity = parameters.like();
        decayed = parameters.like();
    }

    /** @param gradient summed over a batch of {@code images}; not changed */
    void step(INDArray gradient, int images, double learningRate) {
        velocity.muli(momentum);
        add(gradient, learningRate / images, velocity);
        add(parameters.mul(decay, decayed), learningRate, velocity);
        add(velocity, -1, parameters);
    }

    /** BLAS does this in one pass over the memory. */
    private static void add(INDArray values, double factor, INDArray to) {
        Nd4j.getBlasWrapper().level1().axpy(to.length(), factor, values, to);
    }

    /** One number for each parameter; 0 before the first step. */
    INDArray velocity() {
        return velocity;
    }

    @Override
    public void close() {
        decay.close();
        velocity.close();
        decayed.close();
    }
}
