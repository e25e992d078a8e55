package org.resnetclaims.dl4j;

import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Signal;
import org.resnetclaims.training.StateDict;

/** A second graph of a network, with a probe behind each node that somebody looks at. Slower than one without. */
final class ObservedGraph implements AutoCloseable {

    private final ObservedNodes nodes;
    private final ComputationGraph graph;
    private final ParameterViews parameters;

    /** @throws IllegalArgumentException if the engine cannot show one of the nodes */
    ObservedGraph(Network network, Kernels kernels, List<String> names) {
        nodes = new ObservedNodes(names);
        graph = GraphFactory.create(network, kernels, nodes);
        graph.initGradientsView();
        parameters = new ParameterViews(network, kernels, graph, graph.params());
    }

    boolean shows(List<String> names) {
        return nodes.names().equals(names);
    }

    /** What the probes see while the graph computes with these parameters. */
    List<Signal> signals(StateDict with, Consumer<ComputationGraph> computation) {
        parameters.writeParameters(with);
        computation.accept(graph);
        graph.clear();
        return nodes.signals();
    }

    @Override
    public void close() {
        GraphFactory.close(graph);
    }
}
