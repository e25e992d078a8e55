package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Shape;

/** Dropout whose masks are drawn above the engines. */
final class Dropout extends VertexConfiguration {

    private final Kernels kernels;
    private final Layer.Dropout layer;
    private final Shape shape;

    /** @param shape of what it reads */
    Dropout(Kernels kernels, Layer.Dropout layer, Shape shape) {
        super(1);
        this.kernels = kernels;
        this.layer = layer;
        this.shape = shape;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialise, DataType type) {
        return new DropoutVertex(graph, name, index, type, kernels, layer, shape);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        return inputs[0];
    }
}
