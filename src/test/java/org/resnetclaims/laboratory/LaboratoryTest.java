package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.training.RunOutcome;

@Timeout(30)
class LaboratoryTest {

    @TempDir
    private Path archive;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void never_trains_the_same_run_twice() {
        SimulatedExecutor executor = new SimulatedExecutor(run -> 10);
        try (Laboratory laboratory = laboratory(executor, 2)) {
            RunOutcome first = laboratory.submit(Runs.plain(8, 1)).join();
            RunOutcome second = laboratory.submit(Runs.plain(8, 1)).join();

            assertThat(second).isSameAs(first);
        }
        assertThat(executor.trained()).hasSize(1);
    }

    @Test
    void starts_the_longest_of_the_waiting_runs_first() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SimulatedExecutor executor = new SimulatedExecutor(run -> {
            busy.countDown();
            await(release);
            return 10;
        });
        try (Laboratory laboratory = laboratory(executor, 1)) {
            laboratory.submit(Runs.plain(14, 1));
            busy.await();
            List<CompletableFuture<RunOutcome>> waiting = IntStream.of(8, 20, 14)
                    .mapToObj(depth -> laboratory.submit(Runs.plain(depth, 2)))
                    .toList();
            release.countDown();
            waiting.forEach(CompletableFuture::join);
        }
        assertThat(executor.trained())
                .extracting(run -> run.network().name())
                .containsExactly("plain-14", "plain-20", "plain-14", "plain-8");
    }

    @Test
    void trains_as_many_runs_at_once_as_it_was_told_and_no_more() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier pair = new CyclicBarrier(2);
        SimulatedExecutor executor = new SimulatedExecutor(run -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            await(pair);
            atOnce.decrementAndGet();
            return 10;
        });
        try (Laboratory laboratory = laboratory(executor, 2)) {
            IntStream.range(0, 6)
                    .mapToObj(seed -> laboratory.submit(Runs.plain(8, seed)))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void a_failing_run_fails_alone_and_says_why() {
        SimulatedExecutor executor = new SimulatedExecutor(run -> {
            if (run.seed() == 1) {
                throw new OutOfMemoryError("no more of it");
            }
            return 10;
        });
        try (Laboratory laboratory = laboratory(executor, 1)) {
            CompletableFuture<RunOutcome> failing = laboratory.submit(Runs.plain(8, 1));
            CompletableFuture<RunOutcome> other = laboratory.submit(Runs.plain(8, 2));

            assertThatThrownBy(failing::join)
                    .hasCauseInstanceOf(RunFailedException.class)
                    .hasMessageContaining("The run of plain-8 with seed 1 failed")
                    .hasMessageContaining("no more of it");
            assertThat(other.join().trainingError()).isEqualTo(10);
        }
    }

    @Test
    void prints_a_line_of_progress_for_each_run() {
        try (Laboratory laboratory = laboratory(new SimulatedExecutor(run -> 10), 1)) {
            laboratory.submit(Runs.plain(8, 1)).join();
            laboratory.submit(Runs.plain(8, 2)).join();
        }
        assertThat(printed.toString().lines())
                .anyMatch(line -> line.startsWith("1 run done"))
                .anyMatch(line -> line.startsWith("2 runs done"));
    }

    @Test
    void closing_gives_up_what_is_not_done() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        SimulatedExecutor executor = new SimulatedExecutor(run -> {
            busy.countDown();
            await(new CountDownLatch(1));
            return 10;
        });
        Laboratory laboratory = laboratory(executor, 1);
        CompletableFuture<RunOutcome> running = laboratory.submit(Runs.plain(8, 1));
        CompletableFuture<RunOutcome> waiting = laboratory.submit(Runs.plain(8, 2));
        busy.await();
        laboratory.close();

        assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
        assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> laboratory.submit(Runs.plain(8, 3)).join()).isInstanceOf(CancellationException.class);
    }

    private Laboratory laboratory(SimulatedExecutor executor, int parallelRuns) {
        PrintStream out = new PrintStream(printed, true);
        return Laboratory.open(
                executor, Archive.open(archive, false, Long.MAX_VALUE, executor, out), parallelRuns, out);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
