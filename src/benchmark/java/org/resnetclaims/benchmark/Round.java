package org.resnetclaims.benchmark;

import java.util.EnumMap;
import java.util.Map;

/** Everything measured once, close together in time, so that what disturbs one measurement disturbs all alike. */
final class Round {

    private final Map<Workload, Map<Layout, Map<Engine, Measurement>>> layouts = new EnumMap<>(Workload.class);
    private final Map<Workload, Measurement> singleRuns = new EnumMap<>(Workload.class);
    private final Map<Workload, LayerTimes> profiles = new EnumMap<>(Workload.class);

    void add(Workload workload, Layout layout, Engine engine, Measurement measurement) {
        layouts.computeIfAbsent(workload, any -> new EnumMap<>(Layout.class))
                .computeIfAbsent(layout, any -> new EnumMap<>(Engine.class))
                .put(engine, measurement);
    }

    Measurement of(Workload workload, Layout layout, Engine engine) {
        return layouts.get(workload).get(layout).get(engine);
    }

    double speed(Workload workload, Layout layout, Engine engine) {
        return of(workload, layout, engine).imagesPerSecond();
    }

    /** One run of this suite's engine on one thread, the other cores idle. */
    void addSingleRun(Workload workload, Measurement measurement, LayerTimes profile) {
        singleRuns.put(workload, measurement);
        profiles.put(workload, profile);
    }

    double singleRunSpeed(Workload workload) {
        return singleRuns.get(workload).imagesPerSecond();
    }

    /** Milliseconds per step of a single run. */
    double milliseconds(Workload workload, LayerKind kind) {
        double whole = milliseconds(workload);
        LayerTimes profile = profiles.get(workload);
        return kind == LayerKind.REST ? whole - profile.sum() : profile.of(kind);
    }

    double milliseconds(Workload workload) {
        return 1000.0 * Workload.BATCH / singleRunSpeed(workload);
    }
}
