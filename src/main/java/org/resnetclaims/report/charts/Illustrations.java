package org.resnetclaims.report.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ObservableRecord;

/** Draws the charts of claims. */
public final class Illustrations {

    private final Palette palette;

    /** @param claims of the report, in its order, so that a network has one colour in all of them */
    public Illustrations(List<ClaimRecord> claims) {
        palette = Palette.of(claims.stream().map(ClaimRecord::arms).toList());
    }

    /** The number of the colour of each arm of a claim. */
    public List<Integer> colours(ClaimRecord claim) {
        return palette.colours(claim.arms());
    }

    /** What it was judged by, of each run, or how far its numbers are off; empty where nothing was measured. */
    public List<Illustration> numbers(ClaimRecord claim) {
        if (claim.arms().isEmpty() && Deviations.canShow(claim.quantities())) {
            return List.of(new Illustration(
                    claim.id() + "_deviations",
                    Deviations.title(claim.quantities()),
                    Deviations.howToRead(claim.quantities()),
                    List.of(),
                    Deviations.draw(claim.quantities())));
        }
        return claim.observable()
                .filter(any -> RunNumbers.canShow(claim.arms()))
                .map(observable -> List.of(numbers(claim, observable)))
                .orElse(List.of());
    }

    /**
     * The curves of its training; empty where it has none. Names begin with the id of the claim, then an underscore,
     * which no id has.
     */
    public List<Illustration> curves(ClaimRecord claim) {
        if (!TrainingCurves.canShow(claim.arms())) {
            return List.of();
        }
        List<Integer> colours = colours(claim);
        String title = "Error while training: " + names(claim.arms());
        Illustration whole = curves(
                claim,
                claim.id(),
                title,
                TrainingCurves.draw(claim.arms(), colours),
                TrainingCurves.howToRead(claim.arms()));
        Stream<Illustration> closeUp = TrainingCurves.closeUp(claim.arms(), colours).stream()
                .map(chart -> curves(
                        claim,
                        claim.id() + "_close-up",
                        title + ", close up",
                        chart,
                        "The lower end of the chart before, for the networks that learn well."));
        return Stream.concat(Stream.of(whole), closeUp).toList();
    }

    private Illustration curves(ClaimRecord claim, String name, String title, XYChart chart, String howToRead) {
        return new Illustration(name, title, howToRead, legend(claim.arms(), colours(claim)), chart);
    }

    private Illustration numbers(ClaimRecord claim, ObservableRecord observable) {
        return new Illustration(
                claim.id() + "_runs",
                "%s of each run: %s".formatted(capitalised(observable.name()), names(claim.arms())),
                RunNumbers.howToRead(observable),
                List.of(),
                RunNumbers.draw(observable, claim.arms(), colours(claim)));
    }

    private static List<Illustration.Key> legend(List<ArmRecord> arms, List<Integer> colours) {
        return IntStream.range(0, arms.size())
                .mapToObj(i -> new Illustration.Key(i + 1, arms.get(i).name(), colours.get(i), marker(colours.get(i))))
                .toList();
    }

    private static String marker(int colour) {
        return "<svg viewBox=\"0 0 28 12\" aria-hidden=\"true\"><path stroke=\"currentColor\" stroke-width=\"2.4\" d=\"M0 6h28\"/>"
                + SvgChart.shape(ChartStyle.marker(colour), 14, 6)
                + "</svg>";
    }

    private static String names(List<ArmRecord> arms) {
        return arms.stream().map(ArmRecord::name).distinct().collect(Collectors.joining(", "));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
