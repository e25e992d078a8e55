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

    /** The largest of all rows. */
    public static Reduction largest(String column) {
        return new Reduction("largest " + column, findings -> findings.column(column).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN));
    }

    /**
     * How many powers of ten the last row is above the first: below 0 where the numbers shrink from row to row,
     * whatever they do between.
     */
    public static Reduction growth(String column) {
        return new Reduction("powers of ten from the first %s to the last".formatted(column), findings -> {
            List<Double> values = findings.column(column);
            return Math.log10(values.get(values.size() - 1) / values.get(0));
        });
    }

    /** The same without its sign. */
    public static Reduction change(String column) {
        return new Reduction(
                "powers of ten between the first %s and the last".formatted(column),
                findings -> Math.abs(growth(column).function().applyAsDouble(findings)));
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

    /**
     * The exponent of the power of its number that a row follows, by least squares: rows that fall as 1, 1/2, 1/3 and
     * so on have an exponent of -1.
     */
    public static Reduction exponent(String column) {
        return new Reduction("slope of log %s over the log of the row".formatted(column), findings -> {
            List<Double> values = findings.column(column);
            return slope(
                    IntStream.rangeClosed(1, values.size()).mapToObj(Math::log).toList(),
                    values.stream().map(Math::log).toList());
        });
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
        return slope(IntStream.range(0, values.size()).mapToObj(i -> (double) i).toList(), values);
    }

    private static double slope(List<Double> places, List<Double> values) {
        double middle = mean(places);
        double mean = mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            double place = places.get(i) - middle;
            products += place * (values.get(i) - mean);
            squares += place * place;
        }
        return products / squares;
    }
}
