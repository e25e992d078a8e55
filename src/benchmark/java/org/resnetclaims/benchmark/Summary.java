package org.resnetclaims.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Turns rounds into figures: medians with their range, ratios formed within a round. */
final class Summary {

    private final List<Round> rounds;
    private final int cores;

    Summary(List<Round> rounds, int cores) {
        this.rounds = rounds;
        this.cores = cores;
    }

    List<Results.Row> rows() {
        return cases(workload -> Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(Engine.values()).map(engine -> row(workload, layout, engine))));
    }

    private Results.Row row(Workload workload, Layout layout, Engine engine) {
        Spread speed = spread(round -> round.speed(workload, layout, engine));
        Double peak = rounds.stream()
                .map(round -> round.of(workload, layout, engine).peakMemoryMiB())
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
        return new Results.Row(
                workload.network(),
                workload.width(),
                workload.images().shape().toString(),
                Workload.BATCH,
                layout,
                layout.runs(cores),
                layout.threadsPerRun(cores),
                engine.label(),
                speed.median(),
                speed.min(),
                speed.max(),
                speed.rounds(),
                peak);
    }

    List<Results.Ratio> ratios() {
        return cases(workload -> Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(
                        ratio(workload, layout, "stock", round -> fastestStock(round, workload)),
                        ratio(workload, layout, "libtorch", round -> round.speed(workload, layout, Engine.LIBTORCH)))));
    }

    private static double fastestStock(Round round, Workload workload) {
        return Stream.of(Layout.values())
                .map(layout -> round.speed(workload, layout, Engine.STOCK))
                .max(Double::compare)
                .orElseThrow();
    }

    private Results.Ratio ratio(Workload workload, Layout layout, String against, ToDoubleFunction<Round> other) {
        Spread ratio = spread(round -> round.speed(workload, layout, Engine.SUITE) / other.applyAsDouble(round));
        return new Results.Ratio(
                workload.network(), layout, against, ratio.median(), ratio.min(), ratio.max(), ratio.rounds());
    }

    List<Results.Scaling> scaling() {
        return cases(workload -> Stream.of(
                scaling(workload, 1, round -> round.singleRunSpeed(workload)),
                scaling(workload, cores, round -> round.speed(workload, Layout.ONE_RUN_PER_CORE, Engine.SUITE))));
    }

    private Results.Scaling scaling(Workload workload, int runs, ToDoubleFunction<Round> speed) {
        double median = spread(speed).median();
        double speedup = spread(round -> speed.applyAsDouble(round) / round.singleRunSpeed(workload))
                .median();
        return new Results.Scaling(workload.network(), runs, median, 1000.0 * runs * Workload.BATCH / median, speedup);
    }

    List<Results.LayerKindTime> layerKinds() {
        return cases(workload -> Stream.of(LayerKind.values())
                .map(kind -> new Results.LayerKindTime(
                        workload.network(),
                        kind,
                        spread(round -> round.milliseconds(workload, kind)).median(),
                        spread(round -> round.milliseconds(workload, kind) / round.milliseconds(workload))
                                .median()))
                .filter(time -> time.milliseconds() != 0));
    }

    private Spread spread(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private static <T> List<T> cases(Function<Workload, Stream<T>> figures) {
        return Stream.of(Workload.values()).flatMap(figures).toList();
    }
}
