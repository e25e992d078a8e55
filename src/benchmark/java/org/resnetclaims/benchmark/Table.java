package org.resnetclaims.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plain text in columns: the first to the left, the others as wide as they need. */
final class Table {

    private final List<List<String>> lines = new ArrayList<>();

    Table(String... heads) {
        lines.add(List.of(heads));
    }

    void add(String... cells) {
        lines.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> ("%-" + widths[column] + "s").formatted(line.get(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
