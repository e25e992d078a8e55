package org.resnetclaims.benchmark;

/** The results as tables for the terminal. */
final class Printout {

    private final Results results;

    Printout(Results results) {
        this.results = results;
    }

    String text() {
        Machine machine = results.machine();
        return """

                %s, %d cores, %s, %s; %s; %s
                Median of %d rounds, each engine measured once in each; batch %d; images/s summed over the runs.

                %s
                How many times as fast this suite's engine on Deeplearning4j is (against the better layout of stock,
                chosen anew in each round, and against its engine on libtorch)

                %s
                Single-thread runs of this suite's engine on Deeplearning4j

                %s
                Where a step of one single-thread run of it spends its time, in ms and share

                %s""".formatted(
                        machine.cpu(),
                        machine.cores(),
                        machine.system(),
                        machine.java(),
                        machine.engine(),
                        machine.libtorch(),
                        results.rounds(),
                        Workload.BATCH,
                        rows(),
                        ratios(),
                        scaling(),
                        layerKinds());
    }

    private Table rows() {
        Table table = new Table("network", "width", "input", "layout", "engine", "images/s", "range", "peak MiB");
        for (Results.Row row : results.rows()) {
            table.add(
                    row.network(),
                    Integer.toString(row.width()),
                    row.input(),
                    row.layout().label(),
                    row.engine(),
                    "%.0f".formatted(row.imagesPerSecond()),
                    "%.0f to %.0f".formatted(row.min(), row.max()),
                    row.peakMemoryMiB() == null ? "unknown" : "%.0f".formatted(row.peakMemoryMiB()));
        }
        return table;
    }

    private Table ratios() {
        Table table = new Table("network", "layout", "against", "ratio", "range");
        for (Results.Ratio ratio : results.ratios()) {
            table.add(
                    ratio.network(),
                    ratio.layout().label(),
                    ratio.against(),
                    "%.2f".formatted(ratio.ratio()),
                    "%.2f to %.2f".formatted(ratio.min(), ratio.max()));
        }
        return table;
    }

    private Table scaling() {
        Table table = new Table("network", "parallel runs", "images/s", "s per 1000 steps of each", "speed-up");
        for (Results.Scaling scaling : results.scaling()) {
            table.add(
                    scaling.network(),
                    Integer.toString(scaling.runs()),
                    "%.0f".formatted(scaling.imagesPerSecond()),
                    "%.1f".formatted(scaling.secondsPerThousandSteps()),
                    "%.2f".formatted(scaling.speedup()));
        }
        return table;
    }

    private Table layerKinds() {
        Table table = new Table("network", "kind", "ms", "share");
        for (Results.LayerKindTime time : results.layerKinds()) {
            table.add(
                    time.network(),
                    time.kind().label(),
                    "%.2f".formatted(time.milliseconds()),
                    "%.0f %%".formatted(100 * time.share()));
        }
        return table;
    }
}
