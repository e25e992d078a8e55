package org.resnetclaims.dl4j.kernels;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A batch normalisation on oneDNN, channels last, with its ReLU fused in both directions. */
final class OneDnnNormalisation implements UnitKernel {

    private final OneDnn oneDnn = new OneDnn();

    // Arrays of the graph.
    private final OneDnn.Tensor x;
    private final OneDnn.Tensor y;
    private final OneDnn.Tensor dx;
    private final OneDnn.Tensor dy;
    private final OneDnn.Tensor scale;
    private final OneDnn.Tensor dScale;
    private final OneDnn.Tensor shift;
    private final OneDnn.Tensor dShift;
    private final OneDnn.Tensor runningMean;
    private final OneDnn.Tensor runningVariance;

    // Arrays that live from the forward to the backward pass.
    private final FloatPointer batchMean;
    private final FloatPointer batchVariance;

    private final OneDnn.Primitive normaliseByBatch;
    private final OneDnn.Primitive normaliseByRunning;
    private final OneDnn.Primitive normaliseBackward;

    OneDnnNormalisation(UnitShape shape) {
        memory.desc desc = oneDnn.own(OneDnn.desc(
                memory.format_tag.nhwc, shape.batch(), shape.filters(), shape.outputHeight(), shape.outputWidth()));
        x = oneDnn.borrow(new memory.desc(desc));
        dx = oneDnn.borrow(new memory.desc(desc));
        y = oneDnn.borrow(new memory.desc(desc));
        dy = oneDnn.borrow(new memory.desc(desc));
        scale = borrowVector(shape.filters());
        dScale = borrowVector(shape.filters());
        shift = borrowVector(shape.filters());
        dShift = borrowVector(shape.filters());
        runningMean = borrowVector(shape.filters());
        runningVariance = borrowVector(shape.filters());
        OneDnn.Tensor mean = oneDnn.allocate(OneDnn.desc(memory.format_tag.a, shape.filters()));
        OneDnn.Tensor variance = oneDnn.allocate(OneDnn.desc(memory.format_tag.a, shape.filters()));
        batchMean = new FloatPointer(mean.data()).capacity(shape.filters());
        batchVariance = new FloatPointer(variance.data()).capacity(shape.filters());

        int affine = dnnl.dnnl_use_scale | dnnl.dnnl_use_shift | (shape.relu() ? dnnl.dnnl_fuse_norm_relu : 0);
        batch_normalization_forward.primitive_desc byBatch = oneDnn.own(new batch_normalization_forward.primitive_desc(
                OneDnn.CPU, dnnl.dnnl_forward_training, desc, desc, EPSILON, affine));
        batch_normalization_forward.primitive_desc byRunning = oneDnn.own(new batch_normalization_forward
                .primitive_desc(
                OneDnn.CPU, dnnl.dnnl_forward_inference, desc, desc, EPSILON, affine | dnnl.dnnl_use_global_stats));
        batch_normalization_backward.primitive_desc byBatchBackward = oneDnn.own(new batch_normalization_backward
                .primitive_desc(OneDnn.CPU, dnnl.dnnl_backward, desc, desc, desc, EPSILON, affine, byBatch));
        List<Object> both =
                List.of(DNNL_ARG_SRC, x, DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance, DNNL_ARG_SCALE, scale);
        List<Object> training = new ArrayList<>(both);
        training.addAll(List.of(DNNL_ARG_SHIFT, shift, DNNL_ARG_DST, y));
        List<Object> gradients = new ArrayList<>(both);
        gradients.addAll(List.of(
                DNNL_ARG_DIFF_DST,
                dy,
                DNNL_ARG_DIFF_SRC,
                dx,
                DNNL_ARG_DIFF_SCALE,
                dScale,
                DNNL_ARG_DIFF_SHIFT,
                dShift));
        if (shape.relu()) {
            OneDnn.Tensor positive = oneDnn.allocate(byBatch.workspace_desc());
            training.addAll(List.of(DNNL_ARG_WORKSPACE, positive));
            gradients.addAll(List.of(DNNL_ARG_WORKSPACE, positive));
        }
        normaliseByBatch = oneDnn.bind(new batch_normalization_forward(byBatch), training.toArray());
        normaliseBackward = oneDnn.bind(new batch_normalization_backward(byBatchBackward), gradients.toArray());
        normaliseByRunning = oneDnn.bind(
                new batch_normalization_forward(byRunning),
                DNNL_ARG_SRC,
                x,
                DNNL_ARG_MEAN,
                runningMean,
                DNNL_ARG_VARIANCE,
                runningVariance,
                DNNL_ARG_SCALE,
                scale,
                DNNL_ARG_SHIFT,
                shift,
                DNNL_ARG_DST,
                y);
    }

    @Override
    public void forward(INDArray input, UnitArrays parameters, boolean training, INDArray output) {
        x.at(input);
        y.at(output);
        scale.at(parameters.scale());
        shift.at(parameters.shift());
        if (training) {
            normaliseByBatch.run();
        } else {
            runningMean.at(parameters.mean());
            runningVariance.at(parameters.variance());
            normaliseByRunning.run();
        }
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
        dx.at(Objects.requireNonNull(inputGradient));
        scale.at(parameters.scale());
        dScale.at(gradients.scale());
        dShift.at(gradients.shift());
        normaliseBackward.run();
        follow(parameters.mean(), batchMean);
        follow(parameters.variance(), batchVariance);
    }

    private static void follow(INDArray running, FloatPointer batch) {
        FloatPointer values = (FloatPointer) running.data().addressPointer();
        for (long i = 0; i < batch.capacity(); i++) {
            values.put(i, (float) (RUNNING_DECAY * values.get(i) + (1 - RUNNING_DECAY) * batch.get(i)));
        }
    }

    private OneDnn.Tensor borrowVector(long length) {
        return oneDnn.borrow(OneDnn.desc(memory.format_tag.a, length));
    }

    @Override
    public void close() {
        oneDnn.close();
    }
}
