package org.resnetclaims.dl4j.kernels;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A unit on the operations of libnd4j, channels first: on CUDA they reach cuDNN for both directions of a convolution.
 */
final class LibNd4jUnit implements UnitKernel {

    private static final int CHANNELS_FIRST = 0;
    private static final int WEIGHTS_OIHW = 1;
    private static final int EXPLICIT_PADDING = 0;
    private static final int CHANNEL_AXIS = 1;

    private final UnitShape shape;
    private final INDArray z;
    private final INDArray normalised;
    private final INDArray dz;

    @SuppressWarnings("NullAway.Init") // Nobody asks for gradients before outputs of a training batch.
    private INDArray batchMean;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private INDArray batchVariance;

    LibNd4jUnit(UnitShape shape) {
        this.shape = shape;
        try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            long[] sizes = {shape.batch(), shape.filters(), shape.outputHeight(), shape.outputWidth()};
            z = Nd4j.create(sizes);
            normalised = Nd4j.create(sizes);
            dz = Nd4j.create(sizes);
        }
    }

    @Override
    public void forward(INDArray x, UnitArrays parameters, boolean training, INDArray y) {
        run(convolution("conv2d").addInputs(x, parameters.weights()).addOutputs(z));
        if (training) {
            try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                batchMean = z.mean(0, 2, 3);
                batchVariance = z.var(false, 0, 2, 3);
            }
        }
        INDArray mean = training ? batchMean : parameters.mean();
        INDArray variance = training ? batchVariance : parameters.variance();
        run(normalisation("batchnorm")
                .addInputs(z, mean, variance, parameters.scale(), parameters.shift())
                .addOutputs(normalised));
        if (shape.relu()) {
            run(DynamicCustomOp.builder("relu")
                    .addInputs(normalised)
                    .addFloatingPointArguments(0.0)
                    .addOutputs(y));
        } else {
            y.assign(normalised);
        }
    }

    @Override
    public void backward(INDArray x, INDArray dy, UnitArrays parameters, UnitArrays gradients, @Nullable INDArray dx) {
        INDArray dNormalised = dy;
        if (shape.relu()) {
            dNormalised = Nd4j.createUninitialized(dy.dataType(), dy.shape());
            run(DynamicCustomOp.builder("relu_bp")
                    .addInputs(normalised, dy)
                    .addFloatingPointArguments(0.0)
                    .addOutputs(dNormalised));
        }
        // The derivative by way of the batch's mean and variance is within dz already; these two are by-products.
        INDArray dMean = Nd4j.createUninitialized(batchMean.dataType(), batchMean.shape());
        INDArray dVariance = Nd4j.createUninitialized(batchVariance.dataType(), batchVariance.shape());
        run(normalisation("batchnorm_bp")
                .addInputs(z, batchMean, batchVariance, parameters.scale(), parameters.shift(), dNormalised)
                .addOutputs(dz, dMean, dVariance, gradients.scale(), gradients.shift()));
        INDArray dInput = dx == null ? Nd4j.createUninitialized(x.dataType(), x.shape()) : dx;
        run(convolution("conv2d_bp").addInputs(x, parameters.weights(), dz).addOutputs(dInput, gradients.weights()));
        follow(parameters.mean(), batchMean);
        follow(parameters.variance(), batchVariance);
    }

    private static void follow(INDArray running, INDArray batch) {
        running.muli(RUNNING_DECAY).addi(batch.mul(1 - RUNNING_DECAY));
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder convolution(String name) {
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(
                        shape.kernel(),
                        shape.kernel(),
                        shape.stride(),
                        shape.stride(),
                        shape.padding(),
                        shape.padding(),
                        1,
                        1,
                        EXPLICIT_PADDING,
                        CHANNELS_FIRST,
                        WEIGHTS_OIHW);
    }

    private static DynamicCustomOp.DynamicCustomOpsBuilder normalisation(String name) {
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(1, 1, CHANNEL_AXIS)
                .addFloatingPointArguments((double) EPSILON);
    }

    private static void run(DynamicCustomOp.DynamicCustomOpsBuilder operation) {
        Nd4j.exec(operation.build());
    }

    @Override
    public void close() {
        z.close();
        normalised.close();
        dz.close();
    }
}
