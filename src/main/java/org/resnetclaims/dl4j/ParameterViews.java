package org.resnetclaims.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.dl4j.kernels.UnitArrays;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.StateDict;

/**
 * The parameters of a network where they lie in a flat array: that of the parameters of its graph, or another of the
 * same layout, such as that of their velocities.
 */
final class ParameterViews {

    private final Map<Parameter, ParameterView> views = new LinkedHashMap<>();

    /** @param flat as long as {@code graph.params()} */
    ParameterViews(Network network, Kernels kernels, ComputationGraph graph, INDArray flat) {
        Map<String, Shape> shapes = network.shapes();
        Map<String, Map<String, INDArray>> tables = tables(graph, flat.reshape(flat.length()));
        Map<String, List<Parameter>> parameters =
                network.parameters().stream().collect(Collectors.groupingBy(Parameter::node));
        for (Node node : network.nodes()) {
            Map<String, INDArray> table = tables.getOrDefault(layer(node, tables.keySet()), Map.of());
            Shape input = Objects.requireNonNull(shapes.get(node.inputs().get(0)));
            for (Parameter parameter : parameters.getOrDefault(node.name(), List.of())) {
                views.put(parameter, ParameterView.of(view(table, parameter), parameter, input, kernels.format()));
            }
        }
    }

    private static INDArray view(Map<String, INDArray> table, Parameter parameter) {
        return Objects.requireNonNull(table.get(key(parameter.role())), parameter::name);
    }

    /** By the name of the layer and Deeplearning4j's key of the parameter. */
    private static Map<String, Map<String, INDArray>> tables(ComputationGraph graph, INDArray flat) {
        Map<String, Map<String, INDArray>> tables = new LinkedHashMap<>();
        for (Layer layer : graph.getLayers()) {
            if (layer.numParams() > 0) {
                var configuration = (org.deeplearning4j.nn.conf.layers.Layer) layer.getConfig();
                // The layers do not lie in the order in which the graph lists them.
                long start = layer.params().offset() - graph.params().offset();
                INDArray part = flat.get(NDArrayIndex.interval(start, start + layer.numParams()));
                tables.put(
                        configuration.getLayerName(),
                        configuration.initializer().getGradientsFromFlattened(layer.conf(), part));
            }
        }
        return tables;
    }

    /** A batch normalisation may be part of the layer of its convolution. */
    private static String layer(Node node, Set<String> layers) {
        return layers.contains(node.name()) ? node.name() : node.inputs().get(0);
    }

    private static String key(Parameter.Role role) {
        return switch (role) {
            case WEIGHTS -> UnitArrays.WEIGHTS;
            case BIASES -> "b";
            case SCALE -> UnitArrays.SCALE;
            case SHIFT -> UnitArrays.SHIFT;
            case SCALAR -> UnitArrays.SCALAR;
            case RUNNING_MEAN -> UnitArrays.MEAN;
            case RUNNING_VARIANCE -> UnitArrays.VARIANCE;
        };
    }

    /** Fills the weights, which alone decay, with one number. */
    void fillWeights(double value) {
        views.forEach((parameter, view) -> {
            if (parameter.role() == Parameter.Role.WEIGHTS) {
                view.fill(value);
            }
        });
    }

    /** Copies the numbers of all parameters. */
    StateDict parameters() {
        return read(false);
    }

    /** Copies the numbers of those parameters that have a gradient. */
    StateDict velocities() {
        return read(true);
    }

    private StateDict read(boolean movingOnly) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        views.forEach((parameter, view) -> {
            if (!movingOnly || parameter.role().hasGradient()) {
                arrays.put(parameter.name(), view.read());
            }
        });
        return new StateDict(arrays);
    }

    /** @throws IllegalArgumentException if the state lacks a parameter */
    void writeParameters(StateDict state) {
        views.forEach((parameter, view) -> view.write(state.get(parameter)));
    }

    /** @throws IllegalArgumentException if the state lacks a parameter that has a gradient */
    void writeVelocities(StateDict state) {
        views.forEach((parameter, view) -> {
            if (parameter.role().hasGradient()) {
                view.write(state.get(parameter));
            } else {
                view.fill(0);
            }
        });
    }
}
