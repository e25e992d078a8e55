package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.DeclaredClaim;

@Timeout(60)
class StalledClaimsTest {

    private static final Duration TICK = Duration.ofMillis(50);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final CountDownLatch begun = new CountDownLatch(1);

    /** One that hangs, as it would in a deadlock. */
    static class HangingCase {
        @Claim(id = "hangs", source = "nowhere", statement = "A claim that never ends")
        void hangs() throws InterruptedException {
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void a_claim_that_neither_trains_nor_ends_is_shown_and_then_ended() throws Exception {
        try (StalledClaims stalled = watch(Duration.ofMillis(200))) {
            Thread claim = begin(stalled);

            claim.join();

            assertThat(screen.toString())
                    .contains("Claim hangs has neither trained nor ended for 50 ms, it is at StalledClaimsTest.java:")
                    .contains("after 200 ms (-Dclaim.limit) it will be ended")
                    .contains("Claim hangs: Ended after 200 ms in which it neither trained nor ended, at");
            assertThat(ended).containsExactly("hangs");
        }
    }

    @Test
    void a_claim_whose_runs_train_may_take_its_time() throws Exception {
        idle.set(false);
        try (StalledClaims stalled = watch(TICK)) {
            Thread claim = begin(stalled);

            Thread.sleep(10 * TICK.toMillis());

            assertThat(claim.isAlive()).isTrue();
            assertThat(ended).isEmpty();
            assertThat(screen.size()).isZero();
            claim.interrupt();
        }
    }

    @Test
    void a_claim_that_has_ended_is_left_alone() throws Exception {
        try (StalledClaims stalled = watch(TICK)) {
            idle.set(false);
            Thread claim = begin(stalled);
            stalled.recorded("hangs");
            idle.set(true);

            Thread.sleep(10 * TICK.toMillis());

            assertThat(claim.isAlive()).isTrue();
            assertThat(ended).isEmpty();
            claim.interrupt();
        }
    }

    private StalledClaims watch(Duration limit) {
        return new StalledClaims(
                limit, TICK, idle::get, (claim, why) -> ended.add(claim.id()), new PrintStream(screen, true));
    }

    private Thread begin(StalledClaims stalled) throws Exception {
        DeclaredClaim claim = DeclaredClaim.on(HangingCase.class.getDeclaredMethod("hangs"), HangingCase.class)
                .orElseThrow();
        Thread thread = new Thread(() -> {
            stalled.begun(claim);
            begun.countDown();
            try {
                new HangingCase().hangs();
            } catch (InterruptedException e) {
                // As it should be.
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        begun.await();
        return thread;
    }
}
