package org.resnetclaims.libtorch;

import org.resnetclaims.gpu.CudaProfile;
import org.resnetclaims.libtorch.cuda.GpuNatives;
import org.resnetclaims.training.UnusableBackendException;

/** Which tests can run: the natives for GPUs load where there is one, and those for the CPU everywhere. */
final class TorchNatives {

    private TorchNatives() {}

    static boolean load() {
        return !GpuNatives.areOnClassPath() || areOnGpu();
    }

    static boolean areOnGpu() {
        try {
            return GpuNatives.areOnClassPath() && !CudaProfile.LIBTORCH.gpus().isEmpty();
        } catch (UnusableBackendException e) {
            return false;
        }
    }
}
