package org.resnetclaims.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures all engines side by side, round by round. */
final class Session {

    private final WorkerProcess workers;
    private final Path images;
    private final Path embedded;
    private final int cores;

    Session(Path folder, Path embedded, int cores) {
        workers = new WorkerProcess(folder);
        images = folder;
        this.embedded = embedded;
        this.cores = cores;
    }

    List<Round> rounds(int count) {
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rounds.add(round("Round %d of %d".formatted(i, count)));
        }
        return rounds;
    }

    private Round round(String name) {
        Round round = new Round();
        for (Workload workload : Workload.values()) {
            for (Layout layout : Layout.values()) {
                for (Engine engine : Engine.values()) {
                    round.add(workload, layout, engine, measure(name, workload, layout, engine));
                }
            }
            Assignment single = new Assignment(workload, Engine.SUITE, 1, 1, images, embedded);
            round.addSingleRun(workload, workers.measure(single), workers.profile(single));
        }
        return round;
    }

    private Measurement measure(String name, Workload workload, Layout layout, Engine engine) {
        Measurement measurement = workers.measure(
                new Assignment(workload, engine, layout.runs(cores), layout.threadsPerRun(cores), images, embedded));
        System.out.printf(
                "%s: %s, %s, %s: %.0f images/s%n",
                name, workload.network(), layout.label(), engine.label(), measurement.imagesPerSecond());
        return measurement;
    }
}
