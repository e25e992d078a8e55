package org.resnetclaims.claims.judging;

import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.statistics.Verdict;

/** The verdict on a claim whose test has ended, and why. */
record Conclusion(Verdict verdict, String reason) {

    /** @param thrown what ended the test, null if nothing did */
    static Conclusion of(Experiment experiment, Throwable thrown) {
        if (thrown == null) {
            return experiment.judgement().map(Conclusion::judged).orElseGet(() -> exact(experiment));
        }
        // Where the statistical decision of a claim held, whatever else it asserts or assumes has ended it.
        Optional<Conclusion> judged = experiment
                .judgement()
                .map(Conclusion::judged)
                .filter(conclusion -> conclusion.verdict != Verdict.REPRODUCED);
        if (thrown instanceof IdenticalArmsError) {
            return new Conclusion(Verdict.INCONCLUSIVE, thrown.getMessage());
        }
        if (thrown instanceof TestAbortedException) {
            return judged.orElseGet(() -> notTested(thrown.getMessage()));
        }
        if (thrown instanceof AssertionError) {
            return judged.orElseGet(() -> new Conclusion(Verdict.REFUTED, thrown.getMessage()));
        }
        return notTested("Crashed: " + thrown);
    }

    static Conclusion notTested(String reason) {
        return new Conclusion(Verdict.NOT_TESTED, reason);
    }

    private static Conclusion judged(Judgement judgement) {
        return new Conclusion(judgement.verdict(), judgement.reason());
    }

    private static Conclusion exact(Experiment experiment) {
        return new Conclusion(Verdict.REPRODUCED, ClaimRecord.exactReason(experiment.quantities()));
    }
}
