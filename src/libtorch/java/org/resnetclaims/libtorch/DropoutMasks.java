package org.resnetclaims.libtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.data.Batch;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.DropoutMask;

/** The masks of all dropout of a network, one after the other in a buffer on a device that stays where it is. */
final class DropoutMasks {

    /** @param start where its numbers begin, for the first image; so many times as many for a batch */
    private record Mask(String node, Layer.Dropout layer, Shape shape, int start) {}

    private final int batchSize;
    private final TorchDevice device;
    private final List<Mask> masks = new ArrayList<>();
    private final int size;
    private final Tensor buffer;

    DropoutMasks(Network network, int batchSize, TorchDevice device) {
        this.batchSize = batchSize;
        this.device = device;
        int end = 0;
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.Dropout layer) {
                Shape shape = Objects.requireNonNull(network.shapes().get(node.name()));
                masks.add(new Mask(node.name(), layer, shape, end));
                end += batchSize * DropoutMask.size(layer, shape);
            }
        }
        size = end;
        buffer = device.zeros(torch.ScalarType.Float, size);
    }

    /** Adds them to operands, which keep pace with them. */
    Operands in(Operands operands) {
        for (Mask mask : masks) {
            Shape shape = mask.shape();
            boolean whole = mask.layer().grain() == Layer.Dropout.Grain.IMAGE;
            int height = whole ? 1 : shape.height();
            int width = whole ? 1 : shape.width();
            int channels = whole ? 1 : shape.channels();
            operands.withMask(
                    mask.node(),
                    buffer.narrow(0, mask.start(), (long) batchSize * height * width * channels)
                            .view(batchSize, height, width, channels)
                            .permute(0, 3, 1, 2));
        }
        return operands;
    }

    /** Draws those of a batch; within the scope of the caller. */
    void draw(Batch batch) {
        if (masks.isEmpty()) {
            return;
        }
        float[] numbers = new float[size];
        for (Mask mask : masks) {
            float[] drawn = DropoutMask.draw(batch, mask.node(), mask.layer(), mask.shape());
            System.arraycopy(drawn, 0, numbers, mask.start(), drawn.length);
        }
        device.send(TorchDevice.CPU.floats(numbers, size), buffer);
    }
}
