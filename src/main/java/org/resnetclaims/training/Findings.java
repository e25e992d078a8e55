package org.resnetclaims.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@link Examination} found: a table of numbers.
 *
 * @param rows what the numbers are of, such as the names of layers
 * @param columns the numbers by what they are, such as {@code deviation}; one for each row
 */
public record Findings(List<String> rows, Map<String, List<Double>> columns) implements Serializable {

    public Findings {
        rows = List.copyOf(rows);
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<Double>> column : columns.entrySet()) {
            if (column.getValue().size() != rows.size()) {
                throw new IllegalArgumentException("column %s has %d numbers for %d rows"
                        .formatted(column.getKey(), column.getValue().size(), rows.size()));
            }
            copy.put(column.getKey(), List.copyOf(column.getValue()));
        }
        columns = Collections.unmodifiableMap(copy);
    }

    /** A single number. */
    public static Findings of(String name, double value) {
        return new Findings(List.of(name), Map.of(name, List.of(value)));
    }

    /**
     * All numbers of a column, in the order of the rows.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public List<Double> column(String name) {
        List<Double> column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "There is no column \"%s\": choose one of %s".formatted(name, new ArrayList<>(columns.keySet())));
        }
        return column;
    }

    /**
     * The number of a column that has one row.
     *
     * @throws IllegalArgumentException if there is no such column, or it has more rows
     */
    public double number(String name) {
        List<Double> column = column(name);
        if (column.size() != 1) {
            throw new IllegalArgumentException("Column \"%s\" has %d numbers, not one".formatted(name, column.size()));
        }
        return column.get(0);
    }
}
