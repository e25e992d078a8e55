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
 * Which colour each arm has in all charts of a report. Arms that share a chart have different ones, as long as the
 * colours suffice.
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

    /** Their names; where two of them bear the same one, the second is another arm. */
    private static List<String> keys(List<ArmRecord> arms) {
        List<String> keys = new ArrayList<>();
        for (ArmRecord arm : arms) {
            String key = arm.name();
            for (int i = 2; keys.contains(key); i++) {
                key = "%s (%d)".formatted(arm.name(), i);
            }
            keys.add(key);
        }
        return keys;
    }
}
