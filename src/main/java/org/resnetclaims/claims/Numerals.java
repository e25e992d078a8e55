package org.resnetclaims.claims;

import java.math.BigDecimal;

/** Numbers as the paper prints them. */
final class Numerals {

    private Numerals() {}

    /** Without exponent or needless zeros, such as {@code 269722} or {@code 3.8}. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** One unit of the last digit that is printed: 0.1 for 3.8, 1 for 69632 and for 1200. */
    static double lastDigit(double printed) {
        int decimals = Math.max(0, BigDecimal.valueOf(printed).stripTrailingZeros().scale());
        return BigDecimal.ONE.movePointLeft(decimals).doubleValue();
    }
}
