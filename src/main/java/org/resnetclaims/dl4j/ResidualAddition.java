package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.Kernels;

/** The sum that ends a residual block, with or without its ReLU. Inputs: residual, shortcut. */
final class ResidualAddition extends VertexConfiguration {

    private final Kernels kernels;
    private final boolean relu;

    ResidualAddition(Kernels kernels, boolean relu) {
        super(2);
        this.kernels = kernels;
        this.relu = relu;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialise, DataType type) {
        return new ResidualAdditionVertex(graph, name, index, type, kernels, relu);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        return inputs[0];
    }
}
