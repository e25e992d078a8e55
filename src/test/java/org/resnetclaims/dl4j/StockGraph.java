package org.resnetclaims.dl4j;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;

/** A network in Deeplearning4j's own layers, one layer per node: what a user of the framework would write. */
public final class StockGraph {

    private StockGraph() {}

    public static ComputationGraph create(Network network, CNN2DFormat format, IUpdater updater, double weightDecay) {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .updater(updater)
                .l2(weightDecay)
                .convolutionMode(ConvolutionMode.Truncate)
                .graphBuilder()
                .addInputs(Network.INPUT)
                .setInputTypes(InputType.convolutional(
                        network.input().height(),
                        network.input().width(),
                        network.input().channels(),
                        format));
        String last = null;
        for (Node node : network.nodes()) {
            add(graph, node, format);
            last = node.name();
        }
        ComputationGraph stock = new ComputationGraph(graph.setOutputs(last).build());
        stock.init();
        return stock;
    }

    private static void add(ComputationGraphConfiguration.GraphBuilder graph, Node node, CNN2DFormat format) {
        String name = node.name();
        String[] inputs = node.inputs().toArray(String[]::new);
        Layer layer = node.layer();
        if (layer instanceof Layer.Convolution convolution) {
            int padding = (convolution.kernel() - 1) / 2;
            graph.addLayer(
                    name,
                    new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                            .stride(convolution.stride(), convolution.stride())
                            .padding(padding, padding)
                            .nOut(convolution.filters())
                            .hasBias(convolution.bias())
                            .activation(Activation.IDENTITY)
                            .dataFormat(format)
                            .build(),
                    inputs);
        } else if (layer instanceof Layer.BatchNormalization) {
            graph.addLayer(
                    name,
                    new BatchNormalization.Builder()
                            .useLogStd(false)
                            .dataFormat(format)
                            .build(),
                    inputs);
        } else if (layer instanceof Layer.Relu) {
            graph.addLayer(name, new ActivationLayer(Activation.RELU), inputs);
        } else if (layer instanceof Layer.Addition) {
            graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
        } else if (layer instanceof Layer.ZeroPaddedShortcut shortcut) {
            // Deeplearning4j has no such vertex.
            Kernels kernels = format == CNN2DFormat.NHWC ? Kernels.ONEDNN : Kernels.LIBND4J;
            graph.addVertex(name, new ZeroPaddedShortcut(kernels, shortcut.filters(), shortcut.stride()), inputs);
        } else if (layer instanceof Layer.GlobalAveragePooling) {
            graph.addLayer(name, new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), inputs);
        } else if (layer instanceof Layer.FullyConnected connected) {
            graph.addLayer(
                    name,
                    new OutputLayer.Builder(new LossMCXENT())
                            .activation(Activation.SOFTMAX)
                            .nOut(connected.units())
                            .build(),
                    inputs);
        } else {
            throw new IllegalArgumentException("No stock layer for " + node);
        }
    }

    /** The name under which the stock graph holds each parameter of the suite's graph, and where. */
    static Map<String, String> parameterNames(Network network) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> convolutions = new HashSet<>();
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.Convolution) {
                convolutions.add(node.name());
                names.put(node.name() + "_W", node.name() + "_W");
            } else if (node.layer() instanceof Layer.BatchNormalization) {
                // Behind a convolution, it is part of the layer of that.
                String input = node.inputs().get(0);
                String layer = convolutions.contains(input) ? input : node.name();
                for (String key : new String[] {"gamma", "beta", "mean", "var"}) {
                    names.put(layer + "_" + key, node.name() + "_" + key);
                }
            } else if (node.layer() instanceof Layer.FullyConnected) {
                names.put(node.name() + "_W", node.name() + "_W");
                names.put(node.name() + "_b", node.name() + "_b");
            }
        }
        return names;
    }
}
