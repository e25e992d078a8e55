package org.resnetclaims.libtorch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Gradient descent with the momentum and the weight decay of the paper (Section 3.4): v = momentum * v + rate * (g +
 * decay * w) and w = w - v, for all parameters at once. libtorch's own {@code SGD} keeps the rate out of v, so that it
 * takes other steps after the rate has dropped.
 */
final class HeavyBall {

    private final Scalar momentum;
    private final Tensor parameters;
    private final Tensor velocities;
    private final Tensor decay;

    /**
     * @param parameters stepped in place, as are the velocities
     * @param decay the weight decay of each parameter, 0 for those that have none
     */
    HeavyBall(double momentum, Tensor parameters, Tensor velocities, Tensor decay) {
        this.momentum = new Scalar(momentum);
        this.parameters = parameters;
        this.velocities = velocities;
        this.decay = decay;
    }

    /**
     * @param gradient of the loss; changed
     * @param rate one number, which a GPU reads when it comes to this step
     */
    void step(Tensor gradient, Tensor rate) {
        gradient.addcmul_(parameters, decay);
        velocities.mul_(momentum).addcmul_(gradient, rate);
        parameters.sub_(velocities);
    }
}
