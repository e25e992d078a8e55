package org.resnetclaims.libtorch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.resnetclaims.libtorch.cuda.GpuNatives;
import org.resnetclaims.libtorch.cuda.GpuStream;
import org.resnetclaims.libtorch.cuda.Gpus;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.Precision;

/** All GPUs of the machine that libtorch can use. */
final class GpuBackend implements Backend {

    private record OnGpu(TorchDevice device, ResidentImages images) {}

    private final Precision precision;
    private final Gpus gpus;
    private final Map<Integer, OnGpu> devices = new ConcurrentHashMap<>();

    /** @throws org.resnetclaims.training.UnusableBackendException in one sentence, if there are none */
    GpuBackend(EngineSettings settings) {
        precision = settings.precision();
        gpus = GpuNatives.load(settings);
    }

    @Override
    public EngineDescription description() {
        return new EngineDescription(
                LibtorchEngine.NAME,
                LibtorchEngine.version(),
                "cuda",
                "libtorch_cuda %s, %s on %s, %s"
                        .formatted(
                                Artifact.version("org.bytedeco/pytorch"),
                                GpuNatives.versions(),
                                gpus.names(),
                                precision == Precision.FULL ? "full precision" : "TF32"),
                gpus.parallelRuns());
    }

    @Override
    public Lane open() {
        GpuStream stream = gpus.open();
        OnGpu gpu = devices.computeIfAbsent(stream.gpu(), number -> {
            TorchDevice device = new TorchDevice("cuda:" + number);
            return new OnGpu(device, new ResidentImages(device));
        });
        return new GpuLane(stream, gpu.device(), gpu.images());
    }
}
