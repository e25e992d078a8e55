package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.report.ReportedClaim.ChartLink;
import org.resnetclaims.report.charts.Illustration;
import org.resnetclaims.report.charts.Illustrations;

/**
 * All charts of a report, each drawn once: claims that rest on the same runs share those of their training, which stand
 * with the claim that has the most of them.
 *
 * @param links of each claim, by its id
 * @param drawn by the path under which they are linked
 */
record ChartBook(Map<String, List<ChartLink>> links, Map<String, Illustration> drawn) {

    static ChartBook of(List<ClaimRecord> claims) {
        Illustrations illustrations = new Illustrations(claims);
        Map<String, ClaimRecord> owners = owners(claims);
        Map<String, List<ChartLink>> links = new HashMap<>();
        Map<String, Illustration> drawn = new LinkedHashMap<>();
        for (ClaimRecord claim : claims) {
            List<ChartLink> ofClaim = new ArrayList<>();
            ClaimRecord owner = owners.getOrDefault(contrast(claim), claim);
            for (Illustration chart : illustrations.curves(owner)) {
                ofClaim.add(link(chart, owner.id()));
                drawn.put(path(chart), chart);
            }
            for (Illustration chart : illustrations.numbers(claim)) {
                ofClaim.add(link(chart, claim.id()));
                drawn.put(path(chart), chart);
            }
            links.put(claim.id(), List.copyOf(ofClaim));
        }
        return new ChartBook(links, drawn);
    }

    private static Map<String, ClaimRecord> owners(List<ClaimRecord> claims) {
        return claims.stream()
                .filter(claim -> !claim.arms().isEmpty())
                .collect(Collectors.groupingBy(
                        ChartBook::contrast,
                        Collectors.collectingAndThen(Collectors.toList(), sharing -> sharing.stream()
                                .max(Comparator.comparingInt(ChartBook::runs)
                                        .thenComparing(sharing::indexOf, Comparator.reverseOrder()))
                                .orElseThrow())));
    }

    /** An arm is known by its first run, since other claims on it may have more runs, but the same first one. */
    private static String contrast(ClaimRecord claim) {
        return claim.arms().stream()
                .map(arm -> arm.runs().isEmpty()
                        ? arm.network() + arm.recipe()
                        : arm.runs().get(0).run())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static int runs(ClaimRecord claim) {
        return claim.arms().stream().mapToInt(arm -> arm.runs().size()).sum();
    }

    private static ChartLink link(Illustration chart, String shownWith) {
        return new ChartLink(path(chart), chart.title(), chart.howToRead(), shownWith);
    }

    private static String path(Illustration chart) {
        return "charts/%s.svg".formatted(chart.name());
    }
}
