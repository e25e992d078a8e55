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

    /** With two decimals at most; errors are not known better. */
    static String error(double value) {
        return trimmed(new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN));
    }

    static String points(double value) {
        String number = plain(value);
        return number + (number.equals("1") ? " point" : " points");
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
