package org.resnetclaims.report.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One row of the figure of all effects: estimates and an interval on a scale of their own, without any text, since the
 * numbers stand beside it.
 */
public final class Strip {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 22;
    private static final double MARGIN = 8;

    private Strip() {}

    /**
     * @param reference of no effect, such as 0
     * @param bounds such as margins to either side; may be empty
     * @param interval its two ends; empty where there is none
     * @param estimates one, or several that share the scale
     * @return an SVG, or an empty text where there is no finite estimate
     */
    public static String draw(double reference, List<Double> bounds, List<Double> interval, List<Double> estimates) {
        List<Double> shown = new ArrayList<>(bounds);
        shown.addAll(interval);
        shown.addAll(estimates);
        shown.add(reference);
        shown.removeIf(value -> !Double.isFinite(value));
        if (estimates.stream().noneMatch(Double::isFinite)) {
            return "";
        }
        double low = Collections.min(shown);
        double scale = Math.max(Collections.max(shown) - low, 1e-12);
        StringBuilder out = new StringBuilder("<svg class=\"strip\" viewBox=\"0 0 200 22\" aria-hidden=\"true\">");
        line(out, "zero", x(reference, low, scale), 0, x(reference, low, scale), HEIGHT);
        bounds.forEach(bound -> line(out, "bound", x(bound, low, scale), 2, x(bound, low, scale), HEIGHT - 2));
        if (interval.size() == 2 && interval.stream().allMatch(Double::isFinite)) {
            line(out, "ci", x(interval.get(0), low, scale), HEIGHT / 2, x(interval.get(1), low, scale), HEIGHT / 2);
        }
        estimates.stream()
                .filter(Double::isFinite)
                .forEach(estimate ->
                        out.append("<circle cx=\"%s\" cy=\"11\" r=\"4\"/>".formatted(shown(x(estimate, low, scale)))));
        return out.append("</svg>").toString();
    }

    private static double x(double value, double low, double scale) {
        return MARGIN + (WIDTH - 2 * MARGIN) * (value - low) / scale;
    }

    private static void line(StringBuilder out, String kind, double fromX, double fromY, double toX, double toY) {
        out.append("<path class=\"%s\" d=\"M%s %sL%s %s\"/>"
                .formatted(kind, shown(fromX), shown(fromY), shown(toX), shown(toY)));
    }

    private static String shown(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels).replace(".0", "");
    }
}
