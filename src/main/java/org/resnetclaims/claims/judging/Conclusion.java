package org.resnetclaims.claims.judging;

import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.statistics.Verdict;

/** The verdict on a claim whose test has ended, and why. */
public record Conclusion(Verdict verdict, String reason) {

    /**
     * @param thrown what ended the test; empty if it has returned
     * @param judgement what was decided of its arms; empty where nothing was
     * @param quantities the numbers that it has measured, all of which agree where the test has returned
     */
    public static Conclusion of(Optional<Throwable> thrown, Optional<Judgement> judgement, List<Quantity> quantities) {
        return thrown.map(cause -> threw(cause, judgement))
                .orElseGet(() -> judgement.map(Conclusion::judged).orElseGet(() -> exact(quantities)));
    }

    private static Conclusion threw(Throwable thrown, Optional<Judgement> judgement) {
        // A claim that was judged REPRODUCED and throws all the same has failed by something else that it asserts.
        Optional<Conclusion> judged =
                judgement.map(Conclusion::judged).filter(conclusion -> conclusion.verdict != Verdict.REPRODUCED);
        if (thrown instanceof IdenticalArmsError || lacksNumber(thrown)) {
            return new Conclusion(Verdict.INCONCLUSIVE, message(thrown));
        }
        if (thrown instanceof TestAbortedException) {
            return judged.orElseGet(() -> notTested(message(thrown)));
        }
        if (thrown instanceof AssertionError) {
            return judged.orElseGet(() -> new Conclusion(Verdict.REFUTED, message(thrown)));
        }
        return notTested("Crashed: " + thrown);
    }

    private static boolean lacksNumber(Throwable thrown) {
        return thrown instanceof MissingNumberError || thrown.getCause() instanceof MissingNumberError;
    }

    /** Not everything that is thrown says why, such as an {@code assert}. */
    private static String message(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElseGet(thrown::toString);
    }

    /** That nothing was decided, and why. */
    public static Conclusion notTested(String reason) {
        return new Conclusion(Verdict.NOT_TESTED, reason);
    }

    private static Conclusion judged(Judgement judgement) {
        return new Conclusion(judgement.verdict(), judgement.reason());
    }

    private static Conclusion exact(List<Quantity> quantities) {
        return new Conclusion(Verdict.REPRODUCED, ClaimRecord.exactReason(quantities));
    }
}
