package org.resnetclaims.dl4j.kernels;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Two kernels one after the other; what lies between them never becomes an array of the graph. */
final class ConvolutionAndNormalisation implements UnitKernel {

    private final UnitKernel convolution;
    private final UnitKernel normalisation;
    private final INDArray z;
    private final INDArray dz;

    /** @param sizes of what lies between them */
    ConvolutionAndNormalisation(UnitKernel convolution, UnitKernel normalisation, long[] sizes) {
        this.convolution = convolution;
        this.normalisation = normalisation;
        try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            z = Nd4j.create(sizes);
            dz = Nd4j.create(sizes);
        }
    }

    @Override
    public void forward(INDArray x, UnitArrays parameters, boolean training, INDArray y) {
        convolution.forward(x, parameters, training, z);
        normalisation.forward(z, parameters, training, y);
    }

    @Override
    public void backward(INDArray x, INDArray dy, UnitArrays parameters, UnitArrays gradients, @Nullable INDArray dx) {
        normalisation.backward(z, dy, parameters, gradients, dz);
        convolution.backward(x, dz, parameters, gradients, dx);
    }

    @Override
    public void close() {
        convolution.close();
        normalisation.close();
        z.close();
        dz.close();
    }
}
