package org.resnetclaims.libtorch;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.network.Layer;

/** libtorch's operation for each kind of layer. */
final class Operations {

    /** Below it cuDNN would not normalise. */
    private static final double EPSILON = 1e-5;

    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;
    private static final long[] ROWS_AND_COLUMNS = {HEIGHT, WIDTH};
    private static final long[] IMAGES_ROWS_COLUMNS_CHANNELS = {0, 2, 3, 1};
    private static final long[] IMAGES_CHANNELS_ROWS_COLUMNS = {0, 3, 1, 2};
    private static final long[] DENSE = {1, 1};

    private Operations() {}

    static Operation convolution(Layer.Convolution layer, Tensor weights, TensorOptional biases) {
        long[] stride = square(layer.stride());
        long[] padding = padding(layer.kernel());
        return inputs -> torch.conv2d(inputs[0], weights, biases, stride, padding, DENSE, 1);
    }

    /**
     * @param byBatch whether it normalises by the statistics of the batch, which these two receive, the variance as an
     *     estimate of that of all images; else by these two
     */
    static Operation normalisation(
            TensorOptional scale, TensorOptional shift, TensorOptional mean, TensorOptional variance, boolean byBatch) {
        return inputs -> torch.batch_norm(inputs[0], scale, shift, mean, variance, byBatch, 1, EPSILON, true);
    }

    /** @param inPlace whether the input may be overwritten */
    static Operation relu(boolean inPlace) {
        return inPlace ? inputs -> inputs[0].relu_() : inputs -> inputs[0].relu();
    }

    /** @param scalar one number */
    static Operation scalarMultiplier(Tensor scalar) {
        return inputs -> inputs[0].mul(scalar);
    }

    /** @param inPlace whether the first input may be overwritten */
    static Operation addition(boolean inPlace) {
        return inPlace ? inputs -> inputs[0].add_(inputs[1]) : inputs -> inputs[0].add(inputs[1]);
    }

    /** @param mask images x channels x height x width, or images x 1 x 1 x 1 */
    static Operation dropout(Tensor mask) {
        return inputs -> inputs[0].mul(mask);
    }

    static Operation maxPooling(Layer.MaxPooling layer) {
        long[] kernel = square(layer.kernel());
        long[] stride = square(layer.stride());
        long[] padding = padding(layer.kernel());
        return inputs -> torch.max_pool2d(inputs[0], kernel, stride, padding, DENSE, false);
    }

    static Operation globalAveragePooling() {
        ScalarTypeOptional sameType = new ScalarTypeOptional();
        return inputs -> inputs[0].mean(ROWS_AND_COLUMNS, true, sameType);
    }

    /** @param channels of the input */
    static Operation zeroPaddedShortcut(Layer.ZeroPaddedShortcut layer, int channels) {
        long[] extra = {0, layer.filters() - channels};
        Scalar zero = new Scalar(0.0f);
        return inputs -> {
            // libtorch would move the channels of a map apart that has an odd number of columns.
            Tensor rows = inputs[0].permute(IMAGES_ROWS_COLUMNS_CHANNELS);
            Tensor kept = everyNth(everyNth(rows, 1, layer.stride()), 2, layer.stride());
            return torch.constant_pad_nd(kept, extra, zero).permute(IMAGES_CHANNELS_ROWS_COLUMNS);
        };
    }

    private static Tensor everyNth(Tensor x, int index, int step) {
        return step == 1 ? x : x.slice(index, new LongOptional(), new LongOptional(), step);
    }

    /** @param weights inputs x units; the inputs as they lie, which is row by row and channel by channel */
    static Operation fullyConnected(Tensor weights, Tensor biases) {
        return inputs -> {
            Tensor rows = inputs[0].permute(IMAGES_ROWS_COLUMNS_CHANNELS).flatten(1, 3);
            return torch.addmm(biases, rows, weights).unsqueeze(HEIGHT).unsqueeze(WIDTH);
        };
    }

    private static long[] square(long side) {
        return new long[] {side, side};
    }

    private static long[] padding(int kernel) {
        return square((kernel - 1) / 2);
    }
}
