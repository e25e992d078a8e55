package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.UnitArrays;
import org.resnetclaims.dl4j.kernels.UnitKernel;
import org.resnetclaims.dl4j.kernels.UnitShape;

/** Runs a {@link Unit} within Deeplearning4j's workspaces; the arithmetic is its kernel's. */
final class UnitLayer extends BaseLayer<Unit> implements AutoCloseable {

    @SuppressWarnings("NullAway.Init") // Deeplearning4j hands it over before it asks for anything.
    private transient UnitArrays parameters;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private transient UnitArrays gradients;

    private transient @Nullable UnitKernel kernel;
    private transient @Nullable UnitShape kernelShape;

    UnitLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        UnitShape shape = layerConf().shape(input.shape());
        INDArray y = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                input.dataType(),
                layerConf().kernels().shape(shape.batch(), shape.filters(), shape.outputHeight(), shape.outputWidth()),
                'c');
        kernelFor(shape).forward(input, parameters, training, y);
        return y;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray dy, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray dx = layerConf().first()
                ? null
                : workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        kernelFor(layerConf().shape(input.shape())).backward(input, dy, parameters, gradients, dx);
        Gradient gradient = new DefaultGradient();
        gradientViews.forEach(gradient::setGradientFor);
        return new Pair<>(gradient, dx);
    }

    private UnitKernel kernelFor(UnitShape shape) {
        if (kernel == null || !shape.equals(kernelShape)) {
            close();
            kernel = layerConf().kernels().unit(shape);
            kernelShape = shape;
        }
        return kernel;
    }

    @Override
    public void setParamsViewArray(INDArray flat) {
        super.setParamsViewArray(flat);
        parameters = layerConf().viewsOf(flat);
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray flat) {
        super.setBackpropGradientsViewArray(flat);
        gradients = layerConf().viewsOf(flat);
        // Nobody writes those of the running statistics, so that no step moves these.
        flat.assign(0);
    }

    /** Nobody reads this layer's share of the score, so that it is not computed. */
    @Override
    public double calcRegularizationScore(boolean backpropOnly) {
        return 0;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    /** Frees the memory outside the heap; the layer makes anew what it needs if it is used again. */
    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
            kernel = null;
        }
    }
}
