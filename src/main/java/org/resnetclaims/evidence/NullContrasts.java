package org.resnetclaims.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.statistics.methods.NullTest;
import org.resnetclaims.statistics.methods.TwoSamples;
import org.resnetclaims.training.RunOutcome;

/**
 * Differences where there can be none: each arm's runs with even seeds against those with odd ones, by their test
 * errors. What shows one spoils every claim: a run that depends on the run before, a seed that does more than draw,
 * runs that are mixed up.
 */
public final class NullContrasts {

    public static final String ID = "session.null-contrasts";

    private static final int FEWEST_RUNS = 3;
    private static final String DESCRIPTION =
            "The runs of every arm with even seeds and those with odd ones must not differ in test error, all arms pooled";

    private NullContrasts() {}

    /**
     * The control of a session, from the arms of all claims that it guards; of an arm that several share the longest
     * counts.
     */
    public static SessionControl control(Collection<ClaimRecord> claims) {
        NullTest test = test(
                claims.stream().filter(claim -> claim.guards().contains(ID)).flatMap(claim -> claim.arms().stream()));
        String result = String.format(
                Locale.ROOT,
                "Of %d arms with enough runs, Stouffer's z is %.2f, p = %.3f two-sided; below %s it would have failed.",
                test.contrasts(),
                test.z(),
                test.pValue(),
                NullTest.ERROR_RATE);
        return new SessionControl(ID, DESCRIPTION, test.held(), result, null);
    }

    private static NullTest test(Stream<ArmRecord> arms) {
        Map<String, ArmRecord> longest = new LinkedHashMap<>();
        arms.forEach(arm -> longest.merge(
                arm.network() + arm.recipe(),
                arm,
                (one, other) -> one.runs().size() >= other.runs().size() ? one : other));
        return NullTest.of(longest.values().stream()
                .filter(arm -> arm.runs().size() >= FEWEST_RUNS)
                .map(arm -> new TwoSamples(everyOther(arm.runs(), 0), everyOther(arm.runs(), 1)))
                .toList());
    }

    private static double[] everyOther(List<RunOutcome> runs, int first) {
        return IntStream.range(0, runs.size())
                .filter(i -> i % 2 == first)
                .mapToDouble(i -> runs.get(i).testError())
                .toArray();
    }
}
