package org.resnetclaims.libtorch;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.libtorch.cuda.GpuNatives;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;

/** Computes with libtorch: on GPUs where its natives on the class path are those for GPUs, or on the CPU. */
public final class LibtorchEngine implements Engine {

    static {
        NativeSettings.apply();
    }

    static final String NAME = "libtorch";

    private final EngineSettings settings;
    private @Nullable Backend backend;

    /** As one is that nobody sets. It loads no natives before it is asked for more than its name. */
    public LibtorchEngine() {
        this(EngineSettings.DEFAULT);
    }

    private LibtorchEngine(EngineSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine with(EngineSettings wanted) {
        return new LibtorchEngine(wanted);
    }

    @Override
    public EngineDescription description() {
        return backend().description();
    }

    @Override
    public Model create(Network network, Recipe recipe) {
        Backend computing = backend();
        NativeSettings.holdThread();
        Lane lane = computing.open();
        try {
            return new LibtorchModel(network, recipe, lane);
        } catch (RuntimeException e) {
            lane.close();
            throw e;
        }
    }

    /** Looked for once, since that takes another process and loads natives. */
    private synchronized Backend backend() {
        if (backend == null) {
            backend = GpuNatives.areOnClassPath() ? new GpuBackend(settings) : new CpuBackend(settings.precision());
        }
        return backend;
    }

    /** Of libtorch itself. */
    static String version() {
        return Artifact.version("org.bytedeco/pytorch").replaceAll("-.*", "");
    }
}
