package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.Kernels;

/** The shortcut of option A (Section 3.3): every {@code stride}-th pixel, zeros in the extra channels. */
final class ZeroPaddedShortcut extends VertexConfiguration {

    private final Kernels kernels;
    private final int filters;
    private final int stride;

    ZeroPaddedShortcut(Kernels kernels, int filters, int stride) {
        super(1);
        this.kernels = kernels;
        this.filters = filters;
        this.stride = stride;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialise, DataType type) {
        return new ZeroPaddedShortcutVertex(graph, name, index, type, kernels, filters, stride);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        InputType.InputTypeConvolutional x = (InputType.InputTypeConvolutional) inputs[0];
        return InputType.convolutional(
                ZeroPaddedShortcutVertex.strided(x.getHeight(), stride),
                ZeroPaddedShortcutVertex.strided(x.getWidth(), stride),
                filters,
                kernels.format());
    }
}
