package org.resnetclaims.benchmark;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

/** What runs side by side know of each other. */
final class Neighbours {

    private final CyclicBarrier warm;
    private final CountDownLatch untimed;

    Neighbours(int runs) {
        warm = new CyclicBarrier(runs);
        untimed = new CountDownLatch(runs);
    }

    void awaitAll() {
        try {
            warm.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("A run beside this one failed", e);
        }
    }

    void timed() {
        untimed.countDown();
    }

    boolean allTimed() {
        return untimed.getCount() == 0;
    }
}
