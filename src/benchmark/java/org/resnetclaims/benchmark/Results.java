package org.resnetclaims.benchmark;

import java.util.List;

/**
 * What a benchmark found, as it is written to {@code benchmark.json}.
 *
 * @param started ISO time
 * @param seconds that the whole benchmark took
 * @param rows a figure per network, layout and engine
 * @param ratios how many times as fast as another this suite's engine on Deeplearning4j is, formed within each round
 * @param scaling single-thread runs of that engine, alone and as many as there are cores
 * @param layerKinds where a step of a single-thread run of that engine spends its time
 */
record Results(
        String started,
        double seconds,
        Machine machine,
        int rounds,
        List<Row> rows,
        List<Ratio> ratios,
        List<Scaling> scaling,
        List<LayerKindTime> layerKinds) {

    /**
     * @param imagesPerSecond the median over the rounds, summed over the runs side by side
     * @param peakMemoryMiB of one process with all runs, the largest of the rounds; null where the system does not tell
     */
    record Row(
            String network,
            int width,
            String input,
            int batchSize,
            Layout layout,
            int runs,
            int threadsPerRun,
            String engine,
            double imagesPerSecond,
            double min,
            double max,
            List<Double> rounds,
            Double peakMemoryMiB) {}

    /**
     * @param against {@code stock} in the better of its layouts, or {@code libtorch} in the same layout
     * @param ratio the median over the rounds
     */
    record Ratio(
            String network, Layout layout, String against, double ratio, double min, double max, List<Double> rounds) {}

    /**
     * @param secondsPerThousandSteps wall time in which each of the runs takes a thousand steps
     * @param speedup images per second as a multiple of those of one run, the median over the rounds
     */
    record Scaling(String network, int runs, double imagesPerSecond, double secondsPerThousandSteps, double speedup) {}

    /**
     * @param milliseconds per step, the median over the rounds
     * @param share of the whole step, 0 to 1
     */
    record LayerKindTime(String network, LayerKind kind, double milliseconds, double share) {}
}
