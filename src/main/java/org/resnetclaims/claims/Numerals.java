package org.resnetclaims.claims;

import java.math.BigDecimal;

/** Numbers as a reader expects them. */
final class Numerals {

    private Numerals() {}

    /** Without exponent or needless zeros, such as {@code 269722} or {@code 3.8}. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
