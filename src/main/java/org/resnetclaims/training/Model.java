package org.resnetclaims.training;

import java.util.List;
import org.resnetclaims.data.Batch;
import org.resnetclaims.network.Network;

/**
 * A network in the hands of an {@link Engine}: the one seam to a framework. Everything above decides what is trained or
 * measured, everything below how. All batches have one size, that of the recipe, except where it is said that they may
 * be smaller.
 *
 * <p>Images are {@code float[batch * channels * height * width]}, labels {@code int[batch]} with the class of each
 * image.
 */
public interface Model extends AutoCloseable {

    /** The network that this is a model of. */
    Network network();

    /** The number of images in each batch. */
    int batchSize();

    /**
     * One step of gradient descent with heavy-ball momentum and weight decay (Section 3.4): with the mean cross-entropy
     * L of the batch, {@code v = momentum * v + rate * (dL/dw + decay * w)} and {@code w = w - v}. Only weights of
     * convolutions and fully-connected layers decay. Batch normalisation uses the statistics of the batch, and its
     * running statistics move a tenth of the way towards them. Dropout multiplies by the {@link DropoutMask} of the
     * batch. The cross-entropy of a mixed image is the mixture of those with its label and with that of its partner.
     *
     * <p>It may return before the step is done; whatever asks the model for something waits for it.
     */
    void step(Batch batch, double learningRate);

    /**
     * How the network did on all batches that it has stepped on since this was last asked, on each of them before its
     * step. Asking makes a device and its host wait for each other, so it is not asked after every step.
     */
    Score score();

    /**
     * What the network answers in inference mode, where batch normalisation uses its running statistics and dropout
     * lets all pass.
     *
     * @return {@code float[batch * classes]}, image by image
     */
    float[] logits(float[] images);

    /**
     * What passes through the nodes of these names in one training step, forward and backward, but for dropout, which
     * lets all pass. Changes nothing in the model.
     *
     * @return a signal for each node, in their order
     * @throws IllegalArgumentException if there is no such node, or the engine cannot see what it yields
     */
    List<Signal> signals(float[] images, int[] labels, List<String> nodes);

    /**
     * What the nodes of these names yield in inference mode; no gradients. Changes nothing in the model.
     *
     * @param images a batch, or fewer: in inference mode no image touches the result of another
     * @return a signal for each node, in their order
     * @throws IllegalArgumentException if there is no such node, or the engine cannot see what it yields
     */
    List<Signal> responses(float[] images, List<String> nodes);

    /** A copy of all parameters and velocities. */
    ModelState state();

    /** @throws IllegalArgumentException if the state is not that of such a network */
    void restore(ModelState state);

    /** Frees what lies outside the heap. */
    @Override
    void close();
}
