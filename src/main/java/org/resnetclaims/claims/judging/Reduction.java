package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.resnetclaims.training.Findings;

/**
 * How what an examination has found becomes the one number that a run is judged by.
 *
 * @param name for the record of the claim, such as {@code slope of log norm over layers}
 * @param function of the findings; a number that is not finite says that there is none
 */
public record Reduction(String name, ToDoubleFunction<Findings> function) {

    /** The number of a column that has one row. */
    public static Reduction of(String column) {
        return new Reduction(column, findings -> findings.number(column));
    }

    /** The mean over all rows. */
    public static Reduction mean(String column) {
        return new Reduction("mean of " + column, findings -> mean(findings.column(column)));
    }

    /** The smallest of all rows. */
    public static Reduction smallest(String column) {
        return new Reduction("smallest " + column, findings -> findings.column(column).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN));
    }

    /** The share of rows, from 0 to 1, in which the number of one column is below that of another. */
    public static Reduction shareBelow(String column, String other) {
        return new Reduction("share of rows with %s below %s".formatted(column, other), findings -> {
            List<Double> numbers = findings.column(column);
            return IntStream.range(0, numbers.size())
                    .mapToDouble(
                            row -> numbers.get(row) < findings.column(other).get(row) ? 1 : 0)
                    .average()
                    .orElse(Double.NaN);
        });
    }

    /** The number of one row divided by that of another. */
    public static Reduction ratio(String column, String row, String divisor) {
        return new Reduction(
                "%s of %s divided by that of %s".formatted(column, row, divisor),
                findings -> number(findings, column, row) / number(findings, column, divisor));
    }

    /**
     * By how much the natural logarithm grows from one row to the next, by least squares: a network whose gradients
     * double from layer to layer has a slope of log 2.
     */
    public static Reduction slopeOfLog(String column) {
        return new Reduction(
                "slope of log %s over the rows".formatted(column),
                findings ->
                        slope(findings.column(column).stream().map(Math::log).toList()));
    }

    private static double number(Findings findings, String column, String row) {
        int index = findings.rows().indexOf(row);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "There is no row \"%s\": choose one of %s".formatted(row, findings.rows()));
        }
        return findings.column(column).get(index);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            products += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }
}
