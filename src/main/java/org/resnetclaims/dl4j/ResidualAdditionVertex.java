package org.resnetclaims.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.resnetclaims.dl4j.kernels.AdditionKernel;
import org.resnetclaims.dl4j.kernels.Kernels;

/** Runs a {@link ResidualAddition}. */
final class ResidualAdditionVertex extends VertexWithoutParameters implements AutoCloseable {

    private final transient Kernels kernels;
    private final boolean relu;
    private transient @Nullable AdditionKernel kernel;
    private long[] kernelShape = {};

    @SuppressWarnings("NullAway.Init") // Nobody asks for gradients before outputs.
    private transient INDArray output;

    ResidualAdditionVertex(
            ComputationGraph graph, String name, int index, DataType type, Kernels kernels, boolean relu) {
        super(graph, name, index, type);
        this.kernels = kernels;
        this.relu = relu;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, inputs[0].shape(), 'c');
        kernelFor(inputs[0].shape()).forward(inputs[0], inputs[1], output);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray gradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, epsilon.shape(), 'c');
        kernelFor(epsilon.shape()).backward(output, contiguous(epsilon, workspaces), gradient);
        // Both inputs may share one array: the residual branch has read it before anyone adds to the shortcut's.
        return new Pair<>(null, new INDArray[] {gradient, gradient});
    }

    /**
     * The layers of Deeplearning4j hand on gradients whose numbers lie in another order; kernels read them as they lie.
     */
    private static INDArray contiguous(INDArray array, LayerWorkspaceMgr workspaces) {
        return Shape.hasDefaultStridesForShape(array) ? array : workspaces.dup(ArrayType.BP_WORKING_MEM, array, 'c');
    }

    private AdditionKernel kernelFor(long[] shape) {
        if (kernel == null || !Arrays.equals(shape, kernelShape)) {
            close();
            kernel = kernels.addition(shape, relu);
            kernelShape = shape.clone();
        }
        return kernel;
    }

    /** Frees the memory outside the heap; the vertex makes anew what it needs if it is used again. */
    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
            kernel = null;
        }
    }
}
