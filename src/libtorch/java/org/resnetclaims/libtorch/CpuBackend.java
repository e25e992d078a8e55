package org.resnetclaims.libtorch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Precision;
import org.resnetclaims.training.UnusableBackendException;

/** The processor. */
final class CpuBackend implements Backend {

    private final ResidentImages images = new ResidentImages(TorchDevice.CPU);

    /** @throws UnusableBackendException for any other precision than full */
    CpuBackend(Precision precision) {
        if (precision != Precision.FULL) {
            throw new UnusableBackendException(
                    "libtorch computes in full precision only on a CPU: leave out -Dprecision=%s, or train on an NVIDIA GPU with -Plibtorch-cuda"
                            .formatted(precision));
        }
    }

    @Override
    public EngineDescription description() {
        String libraries = torch.show_config().getString();
        return new EngineDescription(
                LibtorchEngine.NAME,
                LibtorchEngine.version(),
                "cpu",
                "libtorch_cpu %s, oneDNN %s on %s, OpenBLAS %s"
                        .formatted(
                                Artifact.version("org.bytedeco/pytorch"),
                                found("MKL-DNN v(\\S+)", libraries),
                                found("CPU capability usage: (\\S+)", libraries),
                                Artifact.version("org.bytedeco/openblas")),
                Runtime.getRuntime().availableProcessors());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    @Override
    public Lane open() {
        return new CpuLane(images);
    }
}
