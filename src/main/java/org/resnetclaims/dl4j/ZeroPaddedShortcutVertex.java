package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.resnetclaims.dl4j.kernels.Kernels;

/** Runs a {@link ZeroPaddedShortcut}. */
final class ZeroPaddedShortcutVertex extends VertexWithoutParameters {

    private final transient Kernels kernels;
    private final int filters;
    private final int stride;

    ZeroPaddedShortcutVertex(
            ComputationGraph graph, String name, int index, DataType type, Kernels kernels, int filters, int stride) {
        super(graph, name, index, type);
        this.kernels = kernels;
        this.filters = filters;
        this.stride = stride;
    }

    static long strided(long size, long stride) {
        return (size + stride - 1) / stride;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = inputs[0];
        long[] shape = kernels.shape(x.size(0), filters, strided(height(x), stride), strided(width(x), stride));
        INDArray y = workspaces.create(ArrayType.ACTIVATIONS, dataType, shape, 'c');
        y.get(carriedChannels(x)).assign(x.get(keptPixels(x)));
        return y;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray x = inputs[0];
        INDArray dx = workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, x.shape(), 'c');
        dx.get(keptPixels(x)).assign(epsilon.get(carriedChannels(x)));
        return new Pair<>(null, new INDArray[] {dx});
    }

    private INDArrayIndex[] keptPixels(INDArray x) {
        INDArrayIndex rows = NDArrayIndex.interval(0, stride, height(x));
        INDArrayIndex columns = NDArrayIndex.interval(0, stride, width(x));
        return inLayout(NDArrayIndex.all(), rows, columns);
    }

    private INDArrayIndex[] carriedChannels(INDArray x) {
        return inLayout(NDArrayIndex.interval(0, channels(x)), NDArrayIndex.all(), NDArrayIndex.all());
    }

    private INDArrayIndex[] inLayout(INDArrayIndex channels, INDArrayIndex rows, INDArrayIndex columns) {
        return channelsLast()
                ? new INDArrayIndex[] {NDArrayIndex.all(), rows, columns, channels}
                : new INDArrayIndex[] {NDArrayIndex.all(), channels, rows, columns};
    }

    private long channels(INDArray x) {
        return x.size(channelsLast() ? 3 : 1);
    }

    private long height(INDArray x) {
        return x.size(channelsLast() ? 1 : 2);
    }

    private long width(INDArray x) {
        return x.size(channelsLast() ? 2 : 3);
    }

    private boolean channelsLast() {
        return kernels.format() == CNN2DFormat.NHWC;
    }
}
