package org.resnetclaims.libtorch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Precision;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.UnusableBackendException;

/** Computes with libtorch. */
public final class LibtorchEngine implements Engine {

    static {
        NativeSettings.apply();
    }

    private final Precision precision;
    private @Nullable ResidentImages images;

    /** In full precision. It loads no natives before it is asked for more than its name. */
    public LibtorchEngine() {
        this(Precision.FULL);
    }

    private LibtorchEngine(Precision precision) {
        this.precision = precision;
    }

    @Override
    public String name() {
        return "libtorch";
    }

    @Override
    public Engine at(Precision wanted) {
        return new LibtorchEngine(wanted);
    }

    @Override
    public EngineDescription description() {
        if (precision != Precision.FULL) {
            throw new UnusableBackendException(
                    "libtorch computes in full precision only on a CPU: leave out -Dprecision=%s, or train on an NVIDIA GPU with -Plibtorch-cuda"
                            .formatted(precision));
        }
        String libraries = torch.show_config().getString();
        return new EngineDescription(
                name(),
                found("TORCH_VERSION=([^,]+)", libraries),
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
    public Model create(Network network, Recipe recipe) {
        NativeSettings.holdThread();
        return new LibtorchModel(network, recipe, TorchDevice.CPU, images());
    }

    private synchronized ResidentImages images() {
        if (images == null) {
            images = new ResidentImages(TorchDevice.CPU);
        }
        return images;
    }
}
