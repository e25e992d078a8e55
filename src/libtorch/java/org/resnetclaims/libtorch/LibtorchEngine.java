package org.resnetclaims.libtorch;

import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;

/** Computes with libtorch. */
public final class LibtorchEngine implements Engine {

    @Override
    public EngineDescription description() {
        return new EngineDescription(
                "libtorch",
                "2.10.0",
                "cpu",
                torch.show_config().getString(),
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Model create(Network network, Recipe recipe) {
        throw new IllegalArgumentException("libtorch cannot compute " + network.name());
    }
}
