package org.resnetclaims.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.resnetclaims.training.Signal;

/** The nodes of a network that somebody looks at, and what was seen of them when its graph computed. */
final class ObservedNodes {

    static final ObservedNodes NONE = new ObservedNodes(List.of());

    private final List<String> names;
    private final Map<String, Signal> signals = new HashMap<>();

    ObservedNodes(List<String> names) {
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    boolean contains(String node) {
        return names.contains(node);
    }

    /** Replaces what was seen of the node before: the signal of the backward pass holds that of the forward pass. */
    void note(String node, Signal signal) {
        signals.put(node, signal);
    }

    /** In the order of the names. */
    List<Signal> signals() {
        return names.stream()
                .map(name -> Objects.requireNonNull(signals.get(name)))
                .toList();
    }
}
