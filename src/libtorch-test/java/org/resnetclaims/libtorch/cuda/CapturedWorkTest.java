package org.resnetclaims.libtorch.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order in which CUDA is called, on a stand-in for it. */
class CapturedWorkTest {

    private static final int WARM_UP = 3;

    private final RecordedCalls cuda = new RecordedCalls();
    private final CapturedWork work = new CapturedWork(cuda, cuda::work);

    @Test
    void the_first_times_work_is_done_as_it_stands() {
        warmUp(work);

        assertThat(cuda.taken()).containsExactly("work", "work", "work");
        assertThat(work.isReplayed()).isFalse();
    }

    @Test
    void then_it_is_captured_in_a_pool_of_its_own_and_replayed() {
        warmUp(work);
        cuda.taken();

        work.run();
        work.run();

        assertThat(cuda.taken())
                .containsExactly(
                        "synchronize",
                        "free unused memory",
                        "begin pool",
                        "begin capture",
                        "work",
                        "end capture",
                        "end pool",
                        "instantiate",
                        "destroy graph",
                        "launch",
                        "launch");
        assertThat(work.isReplayed()).isTrue();
    }

    @Test
    void the_graph_is_freed_once_the_stream_is_done_with_it() {
        replay(work);
        cuda.taken();

        work.close();
        work.close();

        assertThat(cuda.taken()).containsExactly("synchronize", "destroy executable", "release pool");
    }

    @Test
    void what_was_never_captured_has_nothing_to_free() {
        warmUp(work);
        cuda.taken();

        work.close();

        assertThat(cuda.taken()).isEmpty();
    }

    @Test
    void all_calls_come_from_the_thread_that_works() {
        replay(work);
        work.close();

        assertThat(cuda.threads()).containsExactly(Thread.currentThread());
    }

    @Test
    void work_that_cannot_be_captured_is_done_as_it_stands_from_then_on() {
        cuda.failingTo("begin capture");
        warmUp(work);
        cuda.taken();

        work.run();
        work.run();

        assertThat(cuda.taken())
                .containsExactly(
                        "synchronize",
                        "free unused memory",
                        "begin pool",
                        "begin capture",
                        "end pool",
                        "forget error",
                        "release pool",
                        "work",
                        "work");
        work.close();
        assertThat(cuda.taken()).isEmpty();
    }

    @Test
    void a_capture_that_the_work_has_invalidated_is_given_up() {
        cuda.failingTo("end capture");
        warmUp(work);
        cuda.taken();

        work.run();

        assertThat(cuda.taken())
                .endsWith("begin capture", "work", "end capture", "end pool", "forget error", "release pool", "work");
    }

    @Test
    void a_capture_ends_where_the_work_fails_in_it() {
        boolean[] failing = {false};
        CapturedWork failingOnce = new CapturedWork(cuda, () -> {
            cuda.work();
            if (failing[0]) {
                failing[0] = false;
                throw new IllegalStateException("operation not permitted when stream is capturing");
            }
        });
        warmUp(failingOnce);
        cuda.taken();
        failing[0] = true;

        failingOnce.run();

        assertThat(cuda.taken())
                .endsWith(
                        "begin capture",
                        "work",
                        "end capture",
                        "destroy graph",
                        "end pool",
                        "forget error",
                        "release pool",
                        "work");
    }

    @Test
    void a_stream_does_not_go_on_recording_where_memory_runs_out_in_a_capture() {
        boolean[] full = {false};
        CapturedWork outOfMemory = new CapturedWork(cuda, () -> {
            cuda.work();
            if (full[0]) {
                throw new OutOfMemoryError("physical memory usage is too high");
            }
        });
        warmUp(outOfMemory);
        cuda.taken();
        full[0] = true;

        assertThatThrownBy(outOfMemory::run).isInstanceOf(OutOfMemoryError.class);

        assertThat(cuda.taken())
                .endsWith(
                        "begin capture",
                        "work",
                        "end capture",
                        "destroy graph",
                        "end pool",
                        "forget error",
                        "release pool");
    }

    @Test
    void a_graph_that_cannot_be_instantiated_is_destroyed() {
        cuda.failingTo("instantiate");
        warmUp(work);
        cuda.taken();

        work.run();

        assertThat(cuda.taken())
                .endsWith("end pool", "instantiate", "destroy graph", "forget error", "release pool", "work");
    }

    @Test
    void work_that_fails_without_a_capture_fails() {
        cuda.failingTo("work");

        assertThatThrownBy(work::run).isInstanceOf(CudaException.class).hasMessage("no work");
    }

    @Test
    @Timeout(30)
    void one_run_captures_at_a_time() throws InterruptedException {
        CountDownLatch capturing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        RecordedCalls firstCuda = new RecordedCalls();
        int[] times = {0};
        CapturedWork slow = new CapturedWork(firstCuda, () -> {
            if (++times[0] > WARM_UP) {
                capturing.countDown();
                await(mayEnd);
            }
        });
        warmUp(slow);
        warmUp(work);
        cuda.taken();
        Thread first = new Thread(slow::run);
        Thread second = new Thread(work::run);

        first.start();
        capturing.await();
        second.start();
        while (second.getState() != Thread.State.BLOCKED) {
            Thread.sleep(1);
        }
        List<String> meanwhile = cuda.taken();
        mayEnd.countDown();
        first.join();
        second.join();

        assertThat(meanwhile).isEmpty();
        assertThat(firstCuda.taken()).endsWith("launch");
        assertThat(cuda.taken()).endsWith("launch");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void warmUp(CapturedWork work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
    }

    private static void replay(CapturedWork work) {
        warmUp(work);
        work.run();
    }
}
