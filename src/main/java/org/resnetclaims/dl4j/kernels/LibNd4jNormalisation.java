package org.resnetclaims.dl4j.kernels;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** A batch normalisation and its ReLU on the operations of libnd4j, channels first. */
final class LibNd4jNormalisation implements UnitKernel {

    private static final int CHANNEL_AXIS = 1;

    private final UnitShape shape;
    private final INDArray normalised;

    @SuppressWarnings("NullAway.Init") // Nobody asks for gradients before outputs of a training batch.
    private INDArray batchMean;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private INDArray batchVariance;

    LibNd4jNormalisation(UnitShape shape) {
        this.shape = shape;
        try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            normalised =
                    Nd4j.create(new long[] {shape.batch(), shape.filters(), shape.outputHeight(), shape.outputWidth()});
        }
    }

    @Override
    public void forward(INDArray x, UnitArrays parameters, boolean training, INDArray y) {
        if (training) {
            try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                batchMean = x.mean(0, 2, 3);
                batchVariance = x.var(false, 0, 2, 3);
            }
        }
        INDArray mean = training ? batchMean : parameters.mean();
        INDArray variance = training ? batchVariance : parameters.variance();
        run(operation("batchnorm")
                .addInputs(x, mean, variance, parameters.scale(), parameters.shift())
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
        // The derivative by way of the batch's mean and variance is within dx already; these two are by-products.
        INDArray dMean = Nd4j.createUninitialized(batchMean.dataType(), batchMean.shape());
        INDArray dVariance = Nd4j.createUninitialized(batchVariance.dataType(), batchVariance.shape());
        run(operation("batchnorm_bp")
                .addInputs(x, batchMean, batchVariance, parameters.scale(), parameters.shift(), dNormalised)
                .addOutputs(Objects.requireNonNull(dx), dMean, dVariance, gradients.scale(), gradients.shift()));
        follow(parameters.mean(), batchMean);
        follow(parameters.variance(), batchVariance);
    }

    private static void follow(INDArray running, INDArray batch) {
        running.muli(RUNNING_DECAY).addi(batch.mul(1 - RUNNING_DECAY));
    }

    private static DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(1, 1, CHANNEL_AXIS)
                .addFloatingPointArguments((double) EPSILON);
    }

    private static void run(DynamicCustomOp.DynamicCustomOpsBuilder operation) {
        Nd4j.exec(operation.build());
    }

    @Override
    public void close() {
        normalised.close();
    }
}
