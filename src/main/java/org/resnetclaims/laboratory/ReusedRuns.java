package org.resnetclaims.laboratory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.resnetclaims.training.Run;

/** Which runs were not trained, since the archive had them. */
final class ReusedRuns {

    private final Map<String, Run> runs = new TreeMap<>();

    synchronized void add(Run run) {
        runs.put(run.identity(), run);
    }

    synchronized boolean isEmpty() {
        return runs.isEmpty();
    }

    synchronized List<String> identities() {
        return List.copyOf(runs.keySet());
    }

    /** Such as {@code plain-20 seeds 1, 2; plain-56 seeds 1}. */
    @Override
    public synchronized String toString() {
        Map<String, List<Run>> networks = runs.values().stream()
                .collect(Collectors.groupingBy(run -> run.network().name(), TreeMap::new, Collectors.toList()));
        return networks.entrySet().stream()
                .map(network -> network.getKey() + " seeds " + seeds(network.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String seeds(List<Run> runs) {
        return runs.stream().map(Run::seed).sorted().map(Object::toString).collect(Collectors.joining(", "));
    }
}
