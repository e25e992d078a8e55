package org.resnetclaims.laboratory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.resnetclaims.training.Run;

/**
 * Which runs claims may come to ask for, and how likely they are to. A claim whose first look does not settle it goes
 * on to further ones.
 */
final class Expectations {

    /** Before any is seen, one claim of four is taken to go on from its first look, as if eight had been seen. */
    private static final double GOING_ON_BEFORE = 2;

    private static final double SEEN_BEFORE = 8;

    /**
     * Of the claims that go on from their first look, so many are open at n seeds as n to this power. Effects differ by
     * far, and those that are left are ever smaller; the power is that of the sessions so far at scale quick.
     */
    private static final double DECLINE = -1.5;

    private final Map<String, Open> open = new HashMap<>();
    private Map<String, Integer> precedent = Map.of();
    private int goneOn;
    private int seen;

    /** @param looks how many each claim is taken to need */
    void assume(Map<String, Integer> looks) {
        precedent = Map.copyOf(looks);
    }

    /** @param looks the one that the claim has come to, and those that may follow */
    void looks(String claim, List<Look> looks) {
        Open before = open.get(claim);
        int made = before == null ? 1 : before.made + 1;
        if (made == 2) {
            goneOn++;
            seen++;
        }
        open.put(claim, new Open(claim, made, looks.stream().map(Identified::of).toList()));
    }

    void decided(String claim) {
        Open last = open.remove(claim);
        // Where no look can follow, that none has says nothing.
        if (last != null && last.made == 1 && last.looks.size() > 1) {
            seen++;
        }
    }

    /** Whether no claim is open. */
    boolean isEmpty() {
        return open.isEmpty();
    }

    /** By the identity of the run, how likely it is that any claim asks for it. */
    Map<String, Expected> runs() {
        Map<String, Expected> runs = new LinkedHashMap<>();
        for (Open claim : open.values()) {
            for (int further = 1; further < claim.looks.size(); further++) {
                double likely = likelyToCome(claim, further);
                claim.looks
                        .get(further)
                        .runs
                        .forEach((identity, run) -> runs.merge(identity, new Expected(run, likely), Expected::or));
            }
        }
        return runs;
    }

    private double likelyToCome(Open claim, int further) {
        Integer needed = precedent.get(claim.name);
        if (needed != null && claim.made <= needed) {
            return claim.made + further <= needed ? 1 : 0;
        }
        boolean first = claim.made == 1;
        double seeds = claim.looks.get(first ? 1 : 0).seeds;
        double goesOn = first ? (goneOn + GOING_ON_BEFORE) / (seen + SEEN_BEFORE) : 1;
        return goesOn * Math.pow(claim.looks.get(further).seeds / seeds, DECLINE);
    }

    /** @param made how many looks, the one that it has come to among them */
    private record Open(String name, int made, List<Identified> looks) {}

    /** A look with its runs by their identities, which are not worked out each time that anybody asks for the time. */
    private record Identified(int seeds, Map<String, Run> runs) {

        private static Identified of(Look look) {
            return new Identified(
                    look.seeds(),
                    look.runs().stream().collect(Collectors.toMap(Run::identity, run -> run, (run, same) -> run)));
        }
    }

    /** @param likely the probability that the run is asked for */
    record Expected(Run run, double likely) {

        /** Where each of two claims may ask for it, whatever the other does. */
        private Expected or(Expected other) {
            return new Expected(run, 1 - (1 - likely) * (1 - other.likely));
        }
    }
}
