package org.resnetclaims.libtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Signal;

/** A look at some nodes of a network; for use within the scope in which it is made. */
final class Look {

    // libtorch's defaults, which its presets want to be told, and its number for a sum over the images.
    private static final int SUM = 2;
    private static final int NO_LABEL = -100;
    private static final double UNSMOOTHED = 0;

    private final Network network;
    private final List<String> nodes;
    private final ForwardPass pass;

    /**
     * @param operands must not have gradients of their own
     * @throws IllegalArgumentException if there is no such node
     */
    Look(Network network, Operands operands, boolean byBatch, List<String> nodes) {
        this.network = network;
        this.nodes = nodes;
        for (String name : nodes) {
            if (network.nodes().stream().noneMatch(node -> node.name().equals(name))) {
                throw new IllegalArgumentException(
                        "Network '%s' has no node '%s' to look at".formatted(network.name(), name));
            }
        }
        pass = new ForwardPass(network, operands, byBatch, Set.copyOf(nodes));
    }

    /** Outputs alone. */
    List<Signal> forward(Tensor images) {
        Tensor[] outputs = pass.outputs(images);
        return signals(outputs, new float[nodes.size()][0]);
    }

    /** Outputs, and gradients of the summed loss with respect to them. */
    List<Signal> forwardAndBackward(Tensor images, Tensor labels) {
        // So that everything that follows has a gradient, also before the first weights.
        Tensor[] outputs = pass.outputs(images.requires_grad_(true));
        Tensor loss = torch.cross_entropy_loss(
                ForwardPass.logits(outputs), labels, new TensorOptional(), SUM, NO_LABEL, UNSMOOTHED);
        TensorVector seen = new TensorVector(
                nodes.stream().map(node -> outputs[pass.place(node)]).toArray(Tensor[]::new));
        TensorVector gradients =
                torch.grad(new TensorVector(loss), seen, new TensorVector(), new BoolOptional(), false, false);
        float[][] values = new float[nodes.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = TorchDevice.read(gradients.get(i));
        }
        return signals(outputs, values);
    }

    private List<Signal> signals(Tensor[] outputs, float[][] gradients) {
        int images = Math.toIntExact(outputs[0].size(0));
        Map<String, Shape> shapes = network.shapes();
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String node = nodes.get(i);
            int channels = Objects.requireNonNull(shapes.get(node)).channels();
            signals.add(Signal.of(TorchDevice.read(outputs[pass.place(node)]), gradients[i], images, channels));
        }
        return signals;
    }
}
