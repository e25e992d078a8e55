package org.resnetclaims.libtorch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;

/** Computes with libtorch. */
public final class LibtorchEngine implements Engine {

    static {
        NativeSettings.apply();
    }

    private @Nullable ResidentImages images;

    @Override
    public EngineDescription description() {
        String libraries = torch.show_config().getString();
        return new EngineDescription(
                "libtorch",
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

    /** Not made with the engine, which loads no natives before it is asked for anything. */
    private synchronized ResidentImages images() {
        if (images == null) {
            images = new ResidentImages(TorchDevice.CPU);
        }
        return images;
    }
}
