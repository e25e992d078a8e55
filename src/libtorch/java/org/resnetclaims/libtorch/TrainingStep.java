package org.resnetclaims.libtorch;

import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Batch;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Score;

/**
 * One step of training, in two parts: {@link #prepare} writes what differs from step to step into a few numbers on the
 * device, and {@link #compute} works on the device alone. That does the same with the same memory each time and waits
 * for nothing, so that a GPU can record it once and repeat it.
 */
final class TrainingStep {

    private final int batchSize;
    private final TorchDevice device;
    private final RunningStatistics statistics;
    private final HeavyBall optimiser;
    private final ForwardPass pass;

    // Parameters as the operations take them, and the gradients of them all.
    private final List<Place> places;
    private final TensorVector operands = new TensorVector();
    private final Tensor gradient;

    // What a step is told.
    private final Tensor shown;
    private final Tensor rate;
    private final DropoutMasks masks;

    /** What the image counts in a mixture; null where images are not mixed. */
    private final @Nullable Tensor share;

    private final Totals totals;
    private int batches;

    /** @param parameters flat, in this layout; they are what it changes, along with the statistics */
    TrainingStep(
            Network network,
            Recipe recipe,
            FlatLayout layout,
            Tensor parameters,
            HeavyBall optimiser,
            RunningStatistics statistics,
            TorchDevice device) {
        batchSize = recipe.batchSize();
        this.device = device;
        this.optimiser = optimiser;
        this.statistics = statistics;
        places = layout.places();
        Operands taken = new Operands();
        for (Place place : places) {
            Tensor operand = place.operand(parameters).detach().requires_grad_(true);
            taken.with(place.parameter(), operand);
            operands.push_back(operand);
        }
        masks = new DropoutMasks(network, batchSize, device);
        pass = new ForwardPass(network, masks.in(statistics.ofBatchIn(taken)), true, Set.of());
        gradient = device.zeros(torch.ScalarType.Float, layout.size());
        shown = device.zeros(torch.ScalarType.Long, DeviceImages.NUMBERS, batchSize);
        rate = device.zeros(torch.ScalarType.Float, 1);
        share = recipe.augmentation().mixup() > 0 ? device.zeros(torch.ScalarType.Float) : null;
        totals = new Totals(device);
    }

    /** Says what the next step is to be; the previous one may still be at work. */
    void prepare(DeviceImages images, Batch batch, double learningRate) {
        try (PointerScope scope = new PointerScope()) {
            device.send(TorchDevice.CPU.longs(images.places(batch), DeviceImages.NUMBERS, batchSize), shown);
            rate.fill_(new Scalar(learningRate));
            masks.draw(batch);
            if (share != null) {
                share.fill_(new Scalar(batch.share()));
            }
        }
        batches++;
    }

    void compute(DeviceImages images) {
        try (PointerScope scope = new PointerScope()) {
            Tensor labels = images.labels(shown);
            Tensor logits = ForwardPass.logits(pass.outputs(mixed(images.pixels(shown))));
            Tensor loss = loss(logits, labels);
            TensorVector gradients = torch.grad(new TensorVector(loss), operands);
            for (int i = 0; i < places.size(); i++) {
                gradients.put(i, places.get(i).flattened(gradients.get(i)));
            }
            torch.cat_out(gradient, gradients);
            totals.add(loss.detach(), logits.detach(), labels);
            optimiser.step(gradient, rate);
            statistics.follow();
        }
    }

    private Tensor mixed(Tensor pixels) {
        return share == null ? pixels : partners(pixels).lerp(pixels, share);
    }

    private Tensor loss(Tensor logits, Tensor labels) {
        Tensor own = torch.cross_entropy_loss(logits, labels);
        return share == null
                ? own
                : torch.cross_entropy_loss(logits, partners(labels)).lerp(own, share);
    }

    private static Tensor partners(Tensor batch) {
        return batch.flip(0);
    }

    /** On all batches since it was last asked. */
    Score score() {
        Score score = totals.take(batches, batchSize);
        batches = 0;
        return score;
    }
}
