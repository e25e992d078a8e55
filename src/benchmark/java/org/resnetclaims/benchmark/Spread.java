package org.resnetclaims.benchmark;

import java.util.List;

/** A figure that each round measured anew. */
record Spread(double median, double min, double max, List<Double> rounds) {

    static Spread of(List<Double> rounds) {
        List<Double> sorted = rounds.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), List.copyOf(rounds));
    }
}
