package org.resnetclaims.claims.session;

import java.util.ServiceLoader;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Datasets;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.History;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.Trainer;

/** What the settings come to on this machine. */
record Workplace(Settings settings, Dataset data, Trainer trainer, Engine engine) {

    /**
     * Reads the data and wakes the engine.
     *
     * @throws RuntimeException with one sentence for the user, if either is not as it should be
     */
    static Workplace of(Settings settings) {
        Dataset data = settings.scale().reduce(Datasets.load(settings.dataset(), settings.datasetFolder()));
        Trainer trainer = ServiceLoader.load(Trainer.class)
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "There is no training engine on the class path: build the suite with its dependencies"));
        return new Workplace(settings, data, trainer, trainer.engine());
    }

    int parallelRuns() {
        return settings.parallelRuns().orElse(engine.parallelRuns());
    }

    EvidenceStore evidence() {
        return new EvidenceStore(settings.results());
    }

    /** One line on what is about to happen. */
    String inWords() {
        return "Scale %s on %s (%d training and %d test images of %s), %s %s on %s, %d runs at once"
                .formatted(
                        settings.scale(),
                        data.description().name(),
                        data.description().trainingImages(),
                        data.description().testImages(),
                        data.description().image(),
                        engine.name(),
                        engine.version(),
                        engine.backend(),
                        parallelRuns());
    }

    /** Takes the results folder: what the previous session left there goes. */
    Session open() {
        Archive archive =
                new Archive(settings.archive(), settings.fresh(), trainer, Machine.threadsPerRun(), System.out);
        return new Session(
                settings.scale(),
                settings.seeds(),
                settings.strict(),
                trainer,
                parallelRuns(),
                data,
                archive,
                evidence(),
                new History(settings.history()),
                System.out);
    }
}
