package org.resnetclaims.report.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis, and how they are written. */
final class Ticks {

    private Ticks() {}

    /** At most so many, a step of 1, 2 or 5 times a power of ten apart. */
    static List<Double> between(double low, double high, int most) {
        double rough = (high - low) / most;
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * decade;
        for (double factor : new double[] {5, 2, 1}) {
            if (factor * decade >= rough) {
                step = factor * decade;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** With at most four significant digits. */
    static String text(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        double size = Math.abs(value);
        return size != 0 && (size < 1e-3 || size >= 1e7) ? rounded.toString() : rounded.toPlainString();
    }
}
