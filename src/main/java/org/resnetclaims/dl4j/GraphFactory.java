package org.resnetclaims.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.dl4j.kernels.UnitKind;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;

/**
 * Turns the description of a network into a graph of Deeplearning4j. Nodes that one kernel computes together become one
 * vertex: a convolution with its batch normalisation and ReLU, a sum with its ReLU.
 */
final class GraphFactory {

    private final Network network;
    private final Kernels kernels;
    private final ObservedNodes observed;
    private final ComputationGraphConfiguration.GraphBuilder graph;

    /** The vertex that yields the output of a node. */
    private final Map<String, String> vertices = new HashMap<>();

    private GraphFactory(Network network, Kernels kernels, ObservedNodes observed) {
        this.network = network;
        this.kernels = kernels;
        this.observed = observed;
        graph = new NeuralNetConfiguration.Builder().graphBuilder();
    }

    /**
     * A graph whose parameters are still to be filled in, see {@link ParameterViews}.
     *
     * @param observed the nodes to look at
     */
    static ComputationGraph create(Network network, Kernels kernels, ObservedNodes observed) {
        ComputationGraph graph = new ComputationGraph(new GraphFactory(network, kernels, observed).configuration());
        graph.init();
        return graph;
    }

    /**
     * Frees what a graph, and the thread that used it, hold outside the heap. Its own {@code close} asks for full
     * garbage collections besides, which stop all runs of the JVM.
     */
    static void close(ComputationGraph graph) {
        for (GraphVertex vertex : graph.getVertices()) {
            closeKernel(vertex.hasLayer() ? vertex.getLayer() : vertex);
        }
        graph.params().close();
        if (graph.getFlattenedGradients() != null) {
            graph.getFlattenedGradients().close();
        }
        MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
        List.copyOf(workspaces.getAllWorkspacesForCurrentThread()).forEach(workspaces::destroyWorkspace);
    }

    private static void closeKernel(Object vertex) {
        if (vertex instanceof UnitLayer unit) {
            unit.close();
        } else if (vertex instanceof ResidualAdditionVertex addition) {
            addition.close();
        } else if (vertex instanceof DropoutVertex dropout) {
            dropout.close();
        }
    }

    private ComputationGraphConfiguration configuration() {
        observed.names().forEach(this::requireVisible);
        Shape input = network.input();
        graph.addInputs(Network.INPUT);
        graph.setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels(), kernels.format()));
        vertices.put(Network.INPUT, Network.INPUT);
        for (Node node : network.nodes()) {
            if (!vertices.containsKey(node.name())) {
                add(node);
                probe(node);
            }
        }
        graph.setOutputs(vertices.get(last().name()));
        return graph.build();
    }

    /** Puts a probe behind the last of the nodes that a vertex computes, where somebody looks at it. */
    private void probe(Node node) {
        network.nodes().stream()
                .map(Node::name)
                .filter(name -> node.name().equals(vertices.get(name)))
                .reduce((before, last) -> last)
                .filter(observed::contains)
                .ifPresent(last -> {
                    graph.addVertex(last + ".probe", new Probe(kernels, last, observed), node.name());
                    vertices.put(last, last + ".probe");
                });
    }

    private void requireVisible(String name) {
        Node node = network.nodes().stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Network '%s' has no node '%s' to look at".formatted(network.name(), name)));
        if (node.equals(last())) {
            throw new IllegalArgumentException(
                    "The Deeplearning4j engine cannot show node '%s' of network '%s': it yields the logits: ask for these"
                            .formatted(name, network.name()));
        }
    }

    private void add(Node node) {
        String name = node.name();
        String[] inputs = node.inputs().stream().map(vertices::get).toArray(String[]::new);
        vertices.put(name, name);
        Layer layer = node.layer();
        if (layer instanceof Layer.Convolution convolution && convolution.bias()) {
            boolean relu = absorb(node, Layer.Relu.class).isPresent();
            graph.addLayer(name, biased(convolution, relu), inputs);
        } else if (layer instanceof Layer.Convolution convolution) {
            Optional<Node> normalisation = absorb(node, Layer.BatchNormalization.class);
            UnitKind kind = normalisation.isPresent() ? UnitKind.CONVOLUTION_AND_NORMALISATION : UnitKind.CONVOLUTION;
            boolean relu = normalisation
                    .flatMap(normalised -> absorb(normalised, Layer.Relu.class))
                    .isPresent();
            boolean first = node.inputs().contains(Network.INPUT);
            Unit.Builder unit = new Unit.Builder(
                    kernels, kind, convolution.filters(), convolution.kernel(), convolution.stride(), relu, first);
            graph.addLayer(name, unit.build(), inputs);
        } else if (layer instanceof Layer.BatchNormalization) {
            boolean relu = absorb(node, Layer.Relu.class).isPresent();
            Unit.Builder unit = new Unit.Builder(kernels, UnitKind.NORMALISATION, channels(node), 1, 1, relu, false);
            graph.addLayer(name, unit.build(), inputs);
        } else if (layer instanceof Layer.ScalarMultiplier) {
            Unit.Builder unit =
                    new Unit.Builder(kernels, UnitKind.SCALAR_MULTIPLIER, channels(node), 1, 1, false, false);
            graph.addLayer(name, unit.build(), inputs);
        } else if (layer instanceof Layer.Addition) {
            boolean relu = absorb(node, Layer.Relu.class).isPresent();
            graph.addVertex(name, new ResidualAddition(kernels, relu), inputs);
        } else if (layer instanceof Layer.ZeroPaddedShortcut shortcut) {
            graph.addVertex(name, new ZeroPaddedShortcut(kernels, shortcut.filters(), shortcut.stride()), inputs);
        } else if (layer instanceof Layer.Relu) {
            graph.addLayer(name, new ActivationLayer(Activation.RELU.getActivationFunction()), inputs);
        } else if (layer instanceof Layer.Dropout dropout) {
            Shape shape =
                    Objects.requireNonNull(network.shapes().get(node.inputs().get(0)));
            graph.addVertex(name, new Dropout(kernels, dropout, shape), inputs);
        } else if (layer instanceof Layer.MaxPooling pooling) {
            graph.addLayer(name, maxPooling(pooling), inputs);
        } else if (layer instanceof Layer.GlobalAveragePooling) {
            graph.addLayer(name, new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), inputs);
        } else if (layer instanceof Layer.FullyConnected connected && node.equals(last())) {
            graph.addLayer(name, Classifier.of(connected.units()), inputs);
        } else if (layer instanceof Layer.FullyConnected connected) {
            boolean relu = absorb(node, Layer.Relu.class).isPresent();
            graph.addLayer(
                    name,
                    new DenseLayer.Builder()
                            .nOut(connected.units())
                            .activation(activation(relu))
                            .build(),
                    inputs);
        } else {
            throw new IllegalArgumentException("The Deeplearning4j engine has no layer for node '%s' of network '%s'"
                    .formatted(name, network.name()));
        }
    }

    /**
     * Lets {@code node} take over its consumer, if that is the only one, of the given kind, and nobody looks between.
     */
    private Optional<Node> absorb(Node node, Class<? extends Layer> kind) {
        if (observed.contains(node.name())) {
            return Optional.empty();
        }
        List<Node> consumers = network.nodes().stream()
                .filter(other -> other.inputs().contains(node.name()))
                .toList();
        if (consumers.size() != 1 || !kind.isInstance(consumers.get(0).layer())) {
            return Optional.empty();
        }
        Node consumer = consumers.get(0);
        vertices.put(consumer.name(), vertices.get(node.name()));
        return Optional.of(consumer);
    }

    private Node last() {
        return network.nodes().get(network.nodes().size() - 1);
    }

    private ConvolutionLayer biased(Layer.Convolution convolution, boolean relu) {
        int padding = (convolution.kernel() - 1) / 2;
        return new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                .stride(convolution.stride(), convolution.stride())
                .padding(padding, padding)
                .nOut(convolution.filters())
                .activation(activation(relu))
                .dataFormat(kernels.format())
                .build();
    }

    private SubsamplingLayer maxPooling(Layer.MaxPooling pooling) {
        int padding = (pooling.kernel() - 1) / 2;
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(pooling.kernel(), pooling.kernel())
                .stride(pooling.stride(), pooling.stride())
                .padding(padding, padding)
                .dataFormat(kernels.format())
                .build();
    }

    private static Activation activation(boolean relu) {
        return relu ? Activation.RELU : Activation.IDENTITY;
    }

    private int channels(Node node) {
        return Objects.requireNonNull(network.shapes().get(node.name())).channels();
    }
}
