package org.resnetclaims.dl4j;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;

/** Computes with Deeplearning4j: on oneDNN where ND4J computes on the CPU, on cuDNN where it computes on CUDA. */
public final class Dl4jEngine implements Engine {

    static {
        NativeMemory.followTheMachine();
        NativeThreads.oneUnlessSet();
    }

    static final String NAME = "deeplearning4j";

    private @Nullable Backend backend;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngineDescription description() {
        return backend().engine();
    }

    @Override
    public Model create(Network network, Recipe recipe) {
        Kernels kernels = backend().kernels();
        NativeThreads.hold();
        return new Dl4jModel(network, recipe, kernels);
    }

    /** Asked for once, since a GPU is looked up in another process. */
    private synchronized Backend backend() {
        if (backend == null) {
            backend = Backend.current();
        }
        return backend;
    }
}
