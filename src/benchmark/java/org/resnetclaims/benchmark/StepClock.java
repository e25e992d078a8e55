package org.resnetclaims.benchmark;

import java.util.concurrent.TimeUnit;

/**
 * Times the steps of one run after a warm-up. Runs side by side begin together, and none stops before all have been
 * timed, so that each is timed under the load of the others.
 */
final class StepClock {

    // From the making of the graph on.
    private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(3000);
    private static final long TIMED = TimeUnit.MILLISECONDS.toNanos(2000);
    private static final int TIMED_STEPS = 3;

    private final Neighbours neighbours;
    private final long made = System.nanoTime();
    private long steps;
    private long start;
    private long firstTimed;
    private double stepsPerSecond;

    StepClock(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** @throws Enough when this run and its neighbours have been timed */
    void stepDone() {
        steps++;
        long now = System.nanoTime();
        if (firstTimed == 0) {
            if (now - made >= WARM_UP) {
                neighbours.awaitAll();
                firstTimed = steps;
                start = System.nanoTime();
            }
        } else if (stepsPerSecond == 0) {
            long timed = steps - firstTimed;
            if (timed >= TIMED_STEPS && now - start >= TIMED) {
                stepsPerSecond = timed * 1e9 / (now - start);
                neighbours.timed();
            }
        }
        if (stepsPerSecond > 0 && neighbours.allTimed()) {
            throw new Enough();
        }
    }

    /** All steps, also those of the warm-up. */
    long steps() {
        return steps;
    }

    double stepsPerSecond() {
        return stepsPerSecond;
    }

    /** Ends a training loop. */
    static final class Enough extends RuntimeException {

        private Enough() {
            super("The run has been timed", null, false, false);
        }
    }
}
