package org.resnetclaims.claims;

import java.util.function.Function;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.claims.judging.Judgement;

/** What follows from a judgement for the test that has asked for it. */
final class Consequences {

    private Consequences() {}

    /** @param failure makes the error with which a message fails the assertion */
    static void follow(Judgement judgement, Function<String, AssertionError> failure) {
        switch (judgement.consequence()) {
            case PASS -> {}
            case FAIL -> throw failure.apply(judgement.message());
            case ABORT ->
                throw new TestAbortedException(
                        failure.apply(judgement.message()).getMessage());
        }
    }
}
