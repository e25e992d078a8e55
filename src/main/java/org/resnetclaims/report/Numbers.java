package org.resnetclaims.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written for people, alike in every country. */
final class Numbers {

    private Numbers() {}

    /**
     * What arms are judged by, such as an error in %: with two decimals, one more than a run repeats; below 0.1 with
     * two digits.
     */
    static String measured(double value) {
        return isSmall(value) ? twoDigits(value) : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A difference of such numbers. */
    static String signed(double difference) {
        return isSmall(difference)
                ? (difference > 0 ? "+" : "") + twoDigits(difference)
                : String.format(Locale.ROOT, "%+.2f", difference);
    }

    private static boolean isSmall(double value) {
        return value != 0 && Math.abs(value) < 0.1;
    }

    private static String twoDigits(double value) {
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }

    /** A running error in %, which is known no better. */
    static String tenths(double percent) {
        return Double.isFinite(percent) ? String.format(Locale.ROOT, "%.1f", percent) : value(percent);
    }

    /** A share of one, in percent with at most one decimal. */
    static String percent(double share) {
        return new BigDecimal(String.format(Locale.ROOT, "%.1f", 100 * share))
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** Such as {@code p = 0.0123}. */
    static String pValue(double p) {
        return "p " + (p < 0.0001 ? "" : "= ") + probability(p);
    }

    /** Any number of the paper: whole numbers in full, others with four significant digits. */
    static String value(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15 ? rounded.toString() : rounded.toPlainString();
    }

    /** As short as the label of a bar has to be: three significant digits, thousands as k, millions as M. */
    static String compact(double value) {
        double magnitude = Math.abs(value);
        if (magnitude >= 1e6) {
            return digits(value / 1e6) + " M";
        }
        return magnitude >= 1e4 ? digits(value / 1e3) + " k" : digits(value);
    }

    private static String digits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }
}
