package org.resnetclaims.dl4j.kernels;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution on oneDNN, channels last. The weights are laid out anew for each direction, as oneDNN prefers, which
 * costs less than one hundredth of the convolution.
 */
final class OneDnnConvolution implements UnitKernel {

    private final OneDnn oneDnn = new OneDnn();
    private final OneDnn.Tensor x;
    private final OneDnn.Tensor y;
    private final OneDnn.Tensor dx;
    private final OneDnn.Tensor dy;
    private final OneDnn.Tensor weights;
    private final OneDnn.Tensor dWeights;
    private final OneDnn.Primitive layOutForward;
    private final OneDnn.Primitive layOutBackward;
    private final OneDnn.Primitive layOutGradient;
    private final OneDnn.Primitive convolve;
    private final OneDnn.Primitive convolveBackward;
    private final OneDnn.Primitive weightGradient;

    OneDnnConvolution(UnitShape shape) {
        memory.desc xDesc = oneDnn.own(
                OneDnn.desc(memory.format_tag.nhwc, shape.batch(), shape.channels(), shape.height(), shape.width()));
        memory.desc yDesc = oneDnn.own(OneDnn.desc(
                memory.format_tag.nhwc, shape.batch(), shape.filters(), shape.outputHeight(), shape.outputWidth()));
        long[] kernelSizes = {shape.filters(), shape.channels(), shape.kernel(), shape.kernel()};

        x = oneDnn.borrow(new memory.desc(xDesc));
        dx = oneDnn.borrow(new memory.desc(xDesc));
        y = oneDnn.borrow(new memory.desc(yDesc));
        dy = oneDnn.borrow(new memory.desc(yDesc));
        weights = oneDnn.borrow(OneDnn.desc(memory.format_tag.oihw, kernelSizes));
        dWeights = oneDnn.borrow(OneDnn.desc(memory.format_tag.oihw, kernelSizes));

        memory.desc anyWeights = oneDnn.own(OneDnn.desc(memory.format_tag.any, kernelSizes));
        long[] strides = {shape.stride(), shape.stride()};
        long[] padding = {shape.padding(), shape.padding()};
        dnnl.algorithm direct = dnnl.algorithm.convolution_direct;
        convolution_forward.primitive_desc forward = oneDnn.own(Implementation.forward(
                shape,
                () -> new convolution_forward.primitive_desc(
                        OneDnn.CPU,
                        dnnl.prop_kind.forward_training,
                        direct,
                        xDesc,
                        anyWeights,
                        yDesc,
                        strides,
                        padding,
                        padding)));
        convolution_backward_data.primitive_desc backward = oneDnn.own(Implementation.gradient(
                shape,
                () -> new convolution_backward_data.primitive_desc(
                        OneDnn.CPU, direct, xDesc, anyWeights, yDesc, strides, padding, padding, forward)));
        convolution_backward_weights.primitive_desc gradient = oneDnn.own(Implementation.gradient(
                shape,
                () -> new convolution_backward_weights.primitive_desc(
                        OneDnn.CPU, direct, xDesc, anyWeights, yDesc, strides, padding, padding, forward)));
        OneDnn.Tensor forwardWeights = oneDnn.allocate(forward.weights_desc());
        OneDnn.Tensor backwardWeights = oneDnn.allocate(backward.weights_desc());
        OneDnn.Tensor gradientWeights = oneDnn.allocate(gradient.diff_weights_desc());
        layOutForward = oneDnn.copy(weights, forwardWeights);
        layOutBackward = oneDnn.copy(weights, backwardWeights);
        layOutGradient = oneDnn.copy(gradientWeights, dWeights);
        convolve = oneDnn.bind(
                new convolution_forward(forward), DNNL_ARG_SRC, x, DNNL_ARG_WEIGHTS, forwardWeights, DNNL_ARG_DST, y);
        convolveBackward = oneDnn.bind(
                new convolution_backward_data(backward),
                DNNL_ARG_DIFF_DST,
                dy,
                DNNL_ARG_WEIGHTS,
                backwardWeights,
                DNNL_ARG_DIFF_SRC,
                dx);
        weightGradient = oneDnn.bind(
                new convolution_backward_weights(gradient),
                DNNL_ARG_SRC,
                x,
                DNNL_ARG_DIFF_DST,
                dy,
                DNNL_ARG_DIFF_WEIGHTS,
                gradientWeights);
    }

    @Override
    public void forward(INDArray input, UnitArrays parameters, boolean training, INDArray output) {
        x.at(input);
        y.at(output);
        weights.at(parameters.weights());
        layOutForward.run();
        convolve.run();
    }

    @Override
    public void backward(
            INDArray input,
            INDArray outputGradient,
            UnitArrays parameters,
            UnitArrays gradients,
            @Nullable INDArray inputGradient) {
        x.at(input);
        dy.at(outputGradient);
        weights.at(parameters.weights());
        dWeights.at(gradients.weights());
        weightGradient.run();
        layOutGradient.run();
        if (inputGradient != null) {
            dx.at(inputGradient);
            layOutBackward.run();
            convolveBackward.run();
        }
    }

    @Override
    public void close() {
        oneDnn.close();
    }
}
