package org.resnetclaims.laboratory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.training.Run;

/** Which runs were not trained, and how many examinations not made, since the archive had them. */
final class ReusedRuns {

    private final Map<String, Run> runs = new TreeMap<>();
    private int examinations;

    synchronized void add(Run run) {
        runs.put(run.identity(), run);
    }

    synchronized void addExamination() {
        examinations++;
    }

    synchronized boolean isEmpty() {
        return runs.isEmpty() && examinations == 0;
    }

    synchronized List<String> identities() {
        return List.copyOf(runs.keySet());
    }

    /** Such as {@code plain-20 seeds 1, 2; plain-56 seeds 1; 3 examinations}. */
    @Override
    public synchronized String toString() {
        Map<String, List<Run>> networks = runs.values().stream()
                .collect(Collectors.groupingBy(run -> run.network().name(), TreeMap::new, Collectors.toList()));
        Stream<String> trained =
                networks.entrySet().stream().map(network -> network.getKey() + " seeds " + seeds(network.getValue()));
        Stream<String> examined = Stream.of(examinations)
                .filter(number -> number > 0)
                .map(number -> Progress.count(number, "examination"));
        return Stream.concat(trained, examined).collect(Collectors.joining("; "));
    }

    private static String seeds(List<Run> runs) {
        return runs.stream().map(Run::seed).sorted().map(Object::toString).collect(Collectors.joining(", "));
    }
}
