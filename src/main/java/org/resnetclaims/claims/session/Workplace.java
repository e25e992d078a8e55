package org.resnetclaims.claims.session;

import java.io.PrintStream;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.ImageSize;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.LocalExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.EngineSettings;

/**
 * What a session works with: the settings, and the data and the engine that they name.
 *
 * @param engine what trains there
 */
public record Workplace(Settings settings, Dataset data, RunExecutor executor, EngineDescription engine) {

    /** The networks of Table 1 halve small images three times, and a single pixel cannot be halved. */
    private static final int SMALLEST_SIDE = 5;

    /** Reads the data and starts the engine; see {@link #of(Settings, Consumer)}. */
    public static Workplace of(Settings settings) {
        return of(settings, note -> {});
    }

    /**
     * Reads the data and starts the engine.
     *
     * @param notes receives a sentence on each thing in the data that the user should know of
     * @throws RuntimeException with one sentence for the user, if either is not as it should be
     */
    public static Workplace of(Settings settings, Consumer<String> notes) {
        Dataset data = settings.scale().reduce(Datasets.load(settings.dataset(), settings.datasetFolder(), notes));
        ImageSize size = ImageSize.of(data.description().image());
        if (Math.min(size.width(), size.height()) < SMALLEST_SIDE) {
            throw new DataException(
                    "The images of %s have %s pixels at scale %s, too few for the networks: they must have %d a side or more, so choose a larger scale or larger images"
                            .formatted(data.description().name(), size, settings.scale(), SMALLEST_SIDE));
        }
        RunExecutor executor = new LocalExecutor(loadEngine(settings), data, Machine.threadsPerRun());
        return new Workplace(settings, data, executor, executor.engine());
    }

    /** The engine that the settings name, of those on the class path. */
    static Engine loadEngine(Settings settings) {
        List<Engine> engines = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return engines.stream()
                .filter(engine -> engine.name().equals(settings.engine()))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "There is no engine \"%s\" here but %s: set -Dengine to one of these, or bring libtorch with the profile -Plibtorch, or -Plibtorch-cuda on an NVIDIA GPU"
                                .formatted(
                                        settings.engine(),
                                        engines.stream().map(Engine::name).collect(Collectors.joining(", ")))))
                .with(new EngineSettings(settings.precision(), settings.cudaLibraries()));
    }

    /** How many runs are trained at once. */
    public int parallelRuns() {
        return settings.parallelRuns().orElseGet(executor::parallelRuns);
    }

    /** The results folder. */
    public EvidenceStore evidence() {
        return new EvidenceStore(settings.results());
    }

    /** One line on what is about to happen. */
    public String inWords() {
        return "Scale %s on %s (%d training and %d test images of %s pixels), %s %s on %s, %d runs at once"
                .formatted(
                        settings.scale(),
                        data.description().name(),
                        data.description().trainingImages(),
                        data.description().testImages(),
                        ImageSize.of(data.description().image()),
                        engine.name(),
                        engine.version(),
                        engine.backend(),
                        parallelRuns());
    }

    /** See {@link Session#open}. */
    Session open(PrintStream out) {
        return Session.open(this, archive(executor, out), out);
    }

    /** The archive of what an executor has done, which may be another than that of the session. */
    Archive archive(RunExecutor of, PrintStream out) {
        return Archive.open(settings.archive(), settings.fresh(), settings.archiveLimit(), of, out);
    }
}
