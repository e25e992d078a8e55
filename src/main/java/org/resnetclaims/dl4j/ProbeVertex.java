package org.resnetclaims.dl4j;

import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.training.Signal;

/** Runs a {@link Probe}. */
final class ProbeVertex extends VertexWithoutParameters {

    private final transient Kernels kernels;
    private final transient Consumer<Signal> sink;
    private transient float[] outputs = {};

    ProbeVertex(ComputationGraph graph, String name, int index, DataType type, Kernels kernels, Consumer<Signal> sink) {
        super(graph, name, index, type);
        this.kernels = kernels;
        this.sink = sink;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        outputs = channelsFirst(inputs[0]);
        sink.accept(signal(new float[0]));
        return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0], 'c');
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        sink.accept(signal(channelsFirst(epsilon)));
        return new Pair<>(null, new INDArray[] {workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c')});
    }

    private Signal signal(float[] gradients) {
        INDArray x = inputs[0];
        boolean map = x.rank() == 4;
        int channels = (int) x.size(map && kernels.format() == CNN2DFormat.NHWC ? 3 : 1);
        return Signal.of(outputs, gradients, (int) x.size(0), channels);
    }

    private float[] channelsFirst(INDArray x) {
        boolean last = x.rank() == 4 && kernels.format() == CNN2DFormat.NHWC;
        return (last ? x.permute(0, 3, 1, 2) : x).dup('c').data().asFloat();
    }
}
