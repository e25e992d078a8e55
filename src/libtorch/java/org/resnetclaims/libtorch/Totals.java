package org.resnetclaims.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.training.Score;

/** How a network does on its batches, summed up on the device. */
final class Totals {

    private final LongOptional classes = new LongOptional(1);
    private final Tensor both;
    private final Tensor loss;
    private final Tensor wrong;

    Totals(TorchDevice device) {
        both = device.zeros(torch.ScalarType.Double, 2);
        loss = both.select(0, 0);
        wrong = both.select(0, 1);
    }

    /**
     * @param meanLoss of the batch
     * @param logits images x classes
     * @param labels the class of each image
     */
    void add(Tensor meanLoss, Tensor logits, Tensor labels) {
        loss.add_(meanLoss);
        wrong.add_(logits.argmax(classes, false).ne(labels).sum());
    }

    /**
     * Begins anew.
     *
     * @param batches how many were added
     * @param batchSize the number of images in each
     */
    Score take(int batches, int batchSize) {
        double[] numbers = new double[2];
        try (PointerScope scope = new PointerScope()) {
            both.cpu().data_ptr_double().get(numbers);
        }
        both.zero_();
        return new Score(numbers[0] * batchSize, (int) numbers[1], batches * batchSize);
    }
}
