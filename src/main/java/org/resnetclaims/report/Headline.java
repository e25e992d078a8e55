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

    /** What "as expected" means. */
    static final String WHO_EXPECTED =
            "As expected: declared for this scale before the session by the authors of this suite, with figures and a reason.";

    private static final Outcome REPRODUCED = new Outcome(Status.REPRODUCED, null);

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
            return asExpected == null ? "" : asExpected ? " as expected" : " where REFUTED was expected";
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
     *
     * @param multiplicity null where no trained claim was decided
     */
    static String of(List<ReportedClaim> claims, Counts counts, @Nullable Multiplicity multiplicity) {
        List<String> parts = new ArrayList<>();
        if (counts.trained() == 0) {
            parts.add("no trained claim judged");
        } else {
            parts.add(inWords(claims, Kind.TRAINED, "trained claim", "trained claims", multiplicity) + " ("
                    + contrasts(counts.evidence())
                    + seeds(claims, Kind.TRAINED)
                    + ")");
        }
        if (counts.examined() > 0) {
            parts.add(inWords(
                    claims,
                    Kind.EXAMINED,
                    "claim measured on trained networks",
                    "claims measured on trained networks",
                    multiplicity));
        }
        if (counts.initial() > 0) {
            parts.add(inWords(
                    claims,
                    Kind.INITIAL,
                    "claim measured before training",
                    "claims measured before training",
                    multiplicity));
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

    /** Such as {@code 3 on numbers that the paper does not print}, which speak for nothing but our arithmetic. */
    static String derived(Counts counts) {
        return counts.derived() + " on numbers that the paper does not print";
    }

    /** How many of the claims that came out so would stand among all of their kind; empty where that is not asked. */
    static String caveat(Kind kind, Outcome outcome, @Nullable Multiplicity multiplicity) {
        return multiplicity != null && kind == Kind.TRAINED && outcome.equals(REPRODUCED) ? multiplicity.caveat() : "";
    }

    private static String inWords(
            List<ReportedClaim> claims, Kind kind, String one, String several, @Nullable Multiplicity multiplicity) {
        List<String> parts = new ArrayList<>();
        outcomes(claims, kind).forEach((outcome, count) -> {
            String noun = parts.isEmpty() ? (count == 1 ? one : several) + " " : "";
            String caveat = caveat(kind, outcome, multiplicity);
            parts.add(count + " " + noun + outcome.inWords() + (caveat.isEmpty() ? "" : " (" + caveat + ")"));
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
