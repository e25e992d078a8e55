package org.resnetclaims.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.dl4j.kernels.UnitArrays;
import org.resnetclaims.dl4j.kernels.UnitKind;
import org.resnetclaims.dl4j.kernels.UnitShape;

/**
 * A convolution without bias, its batch normalisation and, where one follows, its ReLU, as one layer of a graph: what
 * lies between the three never has to leave the cache. Either the convolution or the normalisation may be missing; or
 * it is a scalar multiplier.
 */
final class Unit extends FeedForwardLayer {

    private final Kernels kernels;
    private final UnitKind kind;
    private final int kernel;
    private final int stride;
    private final boolean relu;
    private final boolean first;

    private Unit(Builder builder) {
        super(builder);
        kernels = builder.kernels;
        kind = builder.kind;
        kernel = builder.kernel;
        stride = builder.stride;
        relu = builder.relu;
        first = builder.first;
    }

    UnitKind kind() {
        return kind;
    }

    int kernel() {
        return kernel;
    }

    Kernels kernels() {
        return kernels;
    }

    /** Whether the unit reads the images, so that no one asks for the gradient of its input. */
    boolean first() {
        return first;
    }

    /** The parameters of this unit, or their gradients, where they lie in its part of the flat array. */
    UnitArrays viewsOf(INDArray flat) {
        return UnitArrays.viewsOf(flat, kind, nIn, nOut, kernel);
    }

    /** @param input in the layout of {@link #kernels()} */
    UnitShape shape(long[] input) {
        boolean channelsLast = kernels.format() == CNN2DFormat.NHWC;
        return new UnitShape(
                kind,
                (int) input[0],
                (int) input[channelsLast ? 3 : 1],
                (int) input[channelsLast ? 1 : 2],
                (int) input[channelsLast ? 2 : 3],
                (int) nOut,
                kernel,
                stride,
                relu);
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        UnitLayer layer = new UnitLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialise));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return UnitParameters.INSTANCE;
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        InputType.InputTypeConvolutional images = (InputType.InputTypeConvolutional) input;
        UnitShape shape = shape(kernels.shape(1, images.getChannels(), images.getHeight(), images.getWidth()));
        return InputType.convolutional(shape.outputHeight(), shape.outputWidth(), nOut, kernels.format());
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        nIn = ((InputType.InputTypeConvolutional) input).getChannels();
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        throw new UnsupportedOperationException("Memory is measured here, not estimated");
    }

    static final class Builder extends FeedForwardLayer.Builder<Builder> {

        private final Kernels kernels;
        private final UnitKind kind;
        private final int kernel;
        private final int stride;
        private final boolean relu;
        private final boolean first;

        Builder(Kernels kernels, UnitKind kind, int filters, int kernel, int stride, boolean relu, boolean first) {
            this.kernels = kernels;
            this.kind = kind;
            this.kernel = kernel;
            this.stride = stride;
            this.relu = relu;
            this.first = first;
            nOut(filters);
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Deeplearning4j declares it.
        public <E extends Layer> E build() {
            return (E) new Unit(this);
        }
    }
}
