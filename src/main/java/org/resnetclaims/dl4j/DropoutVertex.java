package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.data.Batch;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.DropoutMask;

/** Runs a {@link Dropout}. Lets all pass in inference mode, and as long as there is no mask. */
final class DropoutVertex extends VertexWithoutParameters implements AutoCloseable {

    private final transient Kernels kernels;
    private final transient Layer.Dropout layer;
    private final transient Shape shape;
    private transient @Nullable INDArray mask;

    DropoutVertex(
            ComputationGraph graph,
            String name,
            int index,
            DataType type,
            Kernels kernels,
            Layer.Dropout layer,
            Shape shape) {
        super(graph, name, index, type);
        this.kernels = kernels;
        this.layer = layer;
        this.shape = shape;
    }

    /** Draws the mask of the next training step. */
    void drawMask(Batch batch) {
        if (mask == null) {
            mask = layer.grain() == Layer.Dropout.Grain.IMAGE
                    ? Nd4j.create(batch.size())
                    : Nd4j.create(batch.size(), shape.height(), shape.width(), shape.channels());
        }
        kernels.write(DropoutMask.draw(batch, getVertexName(), layer, shape), mask);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = inputs[0];
        return training && mask != null
                ? masked(x, mask, ArrayType.ACTIVATIONS, workspaces)
                : workspaces.dup(ArrayType.ACTIVATIONS, x, 'c');
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray dx = mask != null
                ? masked(epsilon, mask, ArrayType.ACTIVATION_GRAD, workspaces)
                : workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        return new Pair<>(null, new INDArray[] {dx});
    }

    private INDArray masked(INDArray x, INDArray by, ArrayType type, LayerWorkspaceMgr workspaces) {
        INDArray y = workspaces.createUninitialized(type, dataType, x.shape(), 'c');
        return layer.grain() == Layer.Dropout.Grain.IMAGE ? Broadcast.mul(x, by, y, 0) : x.mul(laidOutAs(x, by), y);
    }

    private INDArray laidOutAs(INDArray x, INDArray channelsLast) {
        if (x.rank() == 2) {
            return channelsLast.reshape(x.shape());
        }
        return kernels.format() == CNN2DFormat.NHWC ? channelsLast : channelsLast.permute(0, 3, 1, 2);
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        if (mask != null) {
            mask.close();
            mask = null;
        }
    }
}
