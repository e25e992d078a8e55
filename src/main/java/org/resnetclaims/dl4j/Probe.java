package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.training.Signal;

/** Lets what it is given pass in both directions, and notes it as the {@link Signal} of a node. */
final class Probe extends VertexConfiguration {

    private final Kernels kernels;
    private final String node;
    private final ObservedNodes observed;

    Probe(Kernels kernels, String node, ObservedNodes observed) {
        super(1);
        this.kernels = kernels;
        this.node = node;
        this.observed = observed;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialise, DataType type) {
        return new ProbeVertex(graph, name, index, type, kernels, signal -> observed.note(node, signal));
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        return inputs[0];
    }
}
