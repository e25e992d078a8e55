package org.resnetclaims.benchmark;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/** A network in libtorch's modules and functions, one per node: what a user of its C++ API would write. */
final class LibtorchNetwork {

    private static final int CHANNELS = 1;
    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

    private final Network network;
    private final torch.MemoryFormat format;
    private final Module root = new Module();
    private final Map<String, Operation> operations = new HashMap<>();

    LibtorchNetwork(Network network, torch.MemoryFormat format) {
        this.network = network;
        this.format = format;
        Map<String, Shape> shapes = network.shapes();
        for (Node node : network.nodes()) {
            operations.put(node.name(), operation(node, shapes.get(node.inputs().get(0))));
        }
    }

    TensorVector parameters() {
        return root.parameters();
    }

    /** The logits. */
    Tensor forward(Tensor images) {
        Map<String, Tensor> outputs = new HashMap<>(Map.of(Network.INPUT, images));
        Tensor last = images;
        for (Node node : network.nodes()) {
            Tensor[] inputs = node.inputs().stream().map(outputs::get).toArray(Tensor[]::new);
            last = operations.get(node.name()).apply(inputs);
            outputs.put(node.name(), last);
        }
        return last;
    }

    private Operation operation(Node node, Shape input) {
        Layer layer = node.layer();
        // The name of a module must not hold a dot.
        String name = node.name().replace('.', '_');
        if (layer instanceof Layer.Convolution convolution) {
            Conv2dImpl module = root.register_module(name, convolution(convolution, input));
            return inputs -> module.forward(inputs[0]);
        } else if (layer instanceof Layer.BatchNormalization) {
            BatchNorm2dImpl module =
                    root.register_module(name, new BatchNorm2dImpl(new BatchNormOptions(input.channels())));
            return inputs -> module.forward(inputs[0]);
        } else if (layer instanceof Layer.Relu) {
            return inputs -> inputs[0].relu_();
        } else if (layer instanceof Layer.Addition) {
            return inputs -> inputs[0].add_(inputs[1]);
        } else if (layer instanceof Layer.ZeroPaddedShortcut shortcut) {
            return inputs -> zeroPadded(inputs[0], shortcut, input.channels());
        } else if (layer instanceof Layer.GlobalAveragePooling) {
            return inputs -> inputs[0].mean(HEIGHT, WIDTH);
        } else if (layer instanceof Layer.FullyConnected connected) {
            LinearImpl module = root.register_module(name, new LinearImpl(input.size(), connected.units()));
            return inputs -> module.forward(inputs[0]);
        }
        throw new IllegalArgumentException("No module of libtorch for " + node);
    }

    private Conv2dImpl convolution(Layer.Convolution convolution, Shape input) {
        Conv2dOptions options =
                new Conv2dOptions(input.channels(), convolution.filters(), square(convolution.kernel()));
        options.stride().put(new long[] {convolution.stride(), convolution.stride()});
        options.padding().put(square((convolution.kernel() - 1) / 2));
        options.bias().put(convolution.bias());
        Conv2dImpl module = new Conv2dImpl(options);
        module.weight().set_data(module.weight().contiguous(format));
        return module;
    }

    private static Tensor zeroPadded(Tensor x, Layer.ZeroPaddedShortcut shortcut, int channels) {
        Tensor strided = everyNth(everyNth(x, HEIGHT, shortcut.stride()), WIDTH, shortcut.stride());
        return torch.constant_pad_nd(strided, 0, 0, 0, 0, 0, shortcut.filters() - channels);
    }

    private static Tensor everyNth(Tensor x, int dimension, int stride) {
        return x.slice(dimension, new LongOptional(), new LongOptional(), stride);
    }

    private static LongPointer square(long side) {
        return new LongPointer(side, side);
    }

    private interface Operation {

        Tensor apply(Tensor[] inputs);
    }
}
