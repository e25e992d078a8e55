package org.resnetclaims.laboratory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.resnetclaims.training.Run;

/** Which runs were not trained, since the archive had them. */
final class ReusedRuns {

    private final Map<String, TreeSet<Long>> seeds = new TreeMap<>();
    private final Set<String> identities = new TreeSet<>();

    synchronized void add(Run run) {
        seeds.computeIfAbsent(run.network().name(), name -> new TreeSet<>()).add(run.seed());
        identities.add(run.identity());
    }

    synchronized List<String> identities() {
        return List.copyOf(identities);
    }

    synchronized boolean isEmpty() {
        return seeds.isEmpty();
    }

    /** Such as {@code plain-20 seeds 1, 2; plain-56 seeds 1}. */
    @Override
    public synchronized String toString() {
        return seeds.entrySet().stream()
                .map(network -> network.getValue().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", network.getKey() + " seeds ", "")))
                .collect(Collectors.joining("; "));
    }
}
