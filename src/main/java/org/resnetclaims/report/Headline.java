package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Status;

/** What came out, in words. Claims of different kinds are counted apart. */
final class Headline {

    private Headline() {}

    /**
     * Judged claims of one kind that came out alike.
     *
     * @param asExpected null where nothing was expected
     */
    record Outcome(Status standing, @Nullable Boolean asExpected) {

        private static final Comparator<Outcome> BEST_FIRST = Comparator.comparing(Outcome::standing)
                .thenComparing(Outcome::asExpected, Comparator.nullsFirst(Comparator.naturalOrder()));

        static Outcome of(ReportedClaim claim) {
            return new Outcome(claim.standing(), claim.asExpected());
        }

        /** Such as {@code REFUTED as expected}. */
        String inWords() {
            return standing + expectation();
        }

        String expectation() {
            return asExpected == null ? "" : asExpected ? " as expected" : " against expectation";
        }
    }

    /** How many judged claims of a kind came out how, best first. */
    static Map<Outcome, Long> outcomes(List<ReportedClaim> claims, Kind kind) {
        return claims.stream()
                .filter(claim -> claim.judged() && claim.kind() == kind)
                .collect(Collectors.groupingBy(
                        Outcome::of, () -> new TreeMap<>(Outcome.BEST_FIRST), Collectors.counting()));
    }

    /**
     * Such as {@code 7 trained claims REPRODUCED (4 comparisons of 8 networks, 3 seeds each); 12 arithmetic checks
     * hold; 6 not tested}.
     */
    static String of(List<ReportedClaim> claims, Counts counts) {
        List<String> parts = new ArrayList<>();
        if (counts.trained() == 0) {
            parts.add("no trained claim judged");
        } else {
            parts.add(inWords(outcomes(claims, Kind.TRAINED), "trained claim", "trained claims") + " ("
                    + contrasts(counts.evidence())
                    + seeds(claims, Kind.TRAINED)
                    + ")");
        }
        if (counts.examined() > 0) {
            parts.add(inWords(
                    outcomes(claims, Kind.EXAMINED), "claim on examined networks", "claims on examined networks"));
        }
        if (counts.initial() > 0) {
            parts.add(inWords(
                    outcomes(claims, Kind.INITIAL),
                    "claim on networks before training",
                    "claims on networks before training"));
        }
        if (counts.arithmetic() > 0) {
            parts.add(checks(outcomes(claims, Kind.ARITHMETIC))
                    + (counts.derived() > 0 ? " (" + derived(counts) + ")" : ""));
        }
        if (counts.notTested() > 0) {
            parts.add(counts.notTested() + " not tested");
        }
        if (counts.open() > 0) {
            parts.add(counts.open() + " still open");
        }
        return String.join("; ", parts);
    }

    /** Such as {@code , 3 to 12 seeds each}; empty where no claim of the kind was judged on any. */
    static String seeds(List<ReportedClaim> claims, Kind kind) {
        IntSummaryStatistics seeds = claims.stream()
                .filter(claim -> claim.judged() && claim.kind() == kind)
                .flatMap(claim -> claim.runs().stream())
                .mapToInt(arm -> arm.seeds().size())
                .summaryStatistics();
        if (seeds.getCount() == 0) {
            return "";
        }
        return seeds.getMin() == seeds.getMax()
                ? ", %d seeds each".formatted(seeds.getMin())
                : ", %d to %d seeds each".formatted(seeds.getMin(), seeds.getMax());
    }

    /** Such as {@code 4 comparisons of 8 networks}. */
    static String contrasts(Contrasts evidence) {
        return "%d %s of %d %s"
                .formatted(
                        evidence.contrasts(), evidence.contrasts() == 1 ? "comparison" : "comparisons",
                        evidence.networks(), evidence.networks() == 1 ? "network" : "networks");
    }

    /** Such as {@code 3 on derived numbers alone}, which speak for nothing but our arithmetic. */
    static String derived(Counts counts) {
        return counts.derived() + " on derived numbers alone";
    }

    private static String inWords(Map<Outcome, Long> outcomes, String one, String several) {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((outcome, count) -> {
            String noun = parts.isEmpty() ? (count == 1 ? one : several) + " " : "";
            parts.add(count + " " + noun + outcome.inWords());
        });
        return String.join(", ", parts);
    }

    private static String checks(Map<Outcome, Long> outcomes) {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((outcome, count) -> {
            String noun = parts.isEmpty() ? (count == 1 ? "arithmetic check " : "arithmetic checks ") : "";
            String verb = outcome.standing() == Status.REPRODUCED
                    ? (count == 1 ? "holds" : "hold") + outcome.expectation()
                    : (count == 1 ? "is " : "are ") + outcome.inWords();
            parts.add(count + " " + noun + verb);
        });
        return String.join(", ", parts);
    }
}
