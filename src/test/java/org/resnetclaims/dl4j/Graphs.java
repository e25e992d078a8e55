package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Score;

/** Graphs without a model around them. */
final class Graphs {

    private Graphs() {}

    /** With weights drawn from the seed. */
    static ComputationGraph drawn(Network network, Kernels kernels, long seed) {
        ComputationGraph graph = GraphFactory.create(network, kernels, ObservedNodes.NONE);
        new ParameterViews(network, kernels, graph, graph.params())
                .writeParameters(InitialState.draw(network, seed).parameters());
        return graph;
    }

    /** The loss of the latest batch. */
    static double loss(ComputationGraph graph, int[] labels) {
        return Score.of(((ClassifierLayer) graph.getOutputLayer(0)).logits(), labels)
                .meanLoss();
    }
}
