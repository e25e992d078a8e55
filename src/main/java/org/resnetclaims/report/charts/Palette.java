package org.resnetclaims.report.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.resnetclaims.evidence.ArmRecord;

/**
 * Which colour, and with it which marker, the network of each arm has in all charts of a report. Arms that share a
 * chart have different ones, as long as the colours suffice.
 */
public final class Palette {

    private final Map<String, Integer> colours;

    private Palette(Map<String, Integer> colours) {
        this.colours = colours;
    }

    /** @param charts the arms that are drawn together, in the order of the report */
    public static Palette of(List<List<ArmRecord>> charts) {
        Map<String, Set<String>> neighbours = new LinkedHashMap<>();
        for (List<ArmRecord> arms : charts) {
            List<String> keys = keys(arms);
            keys.forEach(key ->
                    neighbours.computeIfAbsent(key, any -> new HashSet<>()).addAll(keys));
        }
        Map<String, Integer> colours = new HashMap<>();
        int[] uses = new int[ChartStyle.COLOURS];
        neighbours.forEach((key, beside) -> {
            Set<Integer> taken = new HashSet<>();
            beside.stream().map(colours::get).filter(Objects::nonNull).forEach(taken::add);
            int colour = IntStream.range(0, ChartStyle.COLOURS)
                    .boxed()
                    .min(Comparator.<Integer, Boolean>comparing(taken::contains).thenComparing(index -> uses[index]))
                    .orElseThrow();
            uses[colour]++;
            colours.put(key, colour);
        });
        return new Palette(colours);
    }

    /** The number of the colour of each of these arms. */
    public List<Integer> colours(List<ArmRecord> arms) {
        return keys(arms).stream().map(key -> colours.getOrDefault(key, 0)).toList();
    }

    /**
     * Their networks, so that one that is trained in another way keeps its colour. Where two of them are the same
     * network, the one with the longer name, which says in what way, is another arm.
     */
    private static List<String> keys(List<ArmRecord> arms) {
        List<String> keys = new ArrayList<>();
        for (ArmRecord arm : arms) {
            boolean varied = arms.stream()
                    .anyMatch(other -> other.network().equals(arm.network())
                            && other.name().length() < arm.name().length());
            String first = varied ? "%s %s".formatted(arm.network(), arm.name()) : arm.network();
            String key = first;
            for (int i = 2; keys.contains(key); i++) {
                key = "%s (%d)".formatted(first, i);
            }
            keys.add(key);
        }
        return keys;
    }
}
