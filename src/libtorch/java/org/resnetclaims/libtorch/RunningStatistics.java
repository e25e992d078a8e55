package org.resnetclaims.libtorch;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.StateDict;

/**
 * The means and variances by which batch normalisations normalise in inference. They follow those of the batches, of
 * all layers at once.
 */
final class RunningStatistics {

    private static final double KEPT = 0.9;

    private final Scalar kept = new Scalar(KEPT);
    private final FlatLayout layout;
    private final Tensor running;
    private final Tensor ofBatch;
    private final Tensor share;

    RunningStatistics(Network network, int batchSize, TorchDevice device) {
        layout = new FlatLayout(network, role -> !role.hasGradient());
        running = device.zeros(torch.ScalarType.Float, layout.size());
        ofBatch = device.zeros(torch.ScalarType.Float, layout.size());
        share = device.floats(layout.each(place -> share(place, batchSize)), layout.size());
    }

    /** libtorch estimates the variance of all images, where the running one follows that of the batch itself. */
    private static double share(Place place, int batchSize) {
        double values =
                (double) batchSize * place.input().height() * place.input().width();
        if (values == 1) {
            throw new IllegalArgumentException(
                    "The libtorch engine cannot train node '%s' on batches of one image: its batch normalisation would see one number a channel"
                            .formatted(place.parameter().node()));
        }
        boolean variance = place.parameter().role() == Parameter.Role.RUNNING_VARIANCE;
        return (1 - KEPT) * (variance ? (values - 1) / values : 1);
    }

    /** Lets a forward pass normalise by those of all steps so far. */
    Operands runningIn(Operands operands) {
        return operands.with(layout, running);
    }

    /** Lets a forward pass write down those of its batch. */
    Operands ofBatchIn(Operands operands) {
        return operands.with(layout, ofBatch);
    }

    /** Moves the running statistics a tenth of the way towards those of the batch. */
    void follow() {
        running.mul_(kept).addcmul_(ofBatch, share);
    }

    Map<String, float[]> read() {
        return layout.read(running);
    }

    /** @throws IllegalArgumentException if the state lacks one of them */
    void write(StateDict state) {
        layout.write(state, running);
        // libtorch adds 0 times what was there before, which must not be NaN.
        ofBatch.zero_();
    }
}
