package org.resnetclaims.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as sentences need them. */
final class Numbers {

    private Numbers() {}

    /** Without the zeros that say nothing. */
    static String plain(double value) {
        return trimmed(new BigDecimal(value).round(new MathContext(6)));
    }

    /** With two decimals at most, since errors are not known better; below 0.1 with two digits. */
    static String measured(double value) {
        BigDecimal exact = new BigDecimal(value);
        return trimmed(
                Math.abs(value) < 0.1 ? exact.round(new MathContext(2)) : exact.setScale(2, RoundingMode.HALF_EVEN));
    }

    /** A number with its unit, if it has one, which is a plural such as {@code points}. */
    static String amount(double value, String unit) {
        String number = plain(value);
        return withUnit(number, number.equals("1") && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
    }

    static String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }

    static String pValue(double p) {
        return p < 0.0001 ? "p < 0.0001" : "p = " + probability(p);
    }

    static String probability(double p) {
        return trimmed(new BigDecimal(p).round(new MathContext(2)));
    }

    private static String trimmed(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
