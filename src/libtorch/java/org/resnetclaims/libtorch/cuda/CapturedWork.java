package org.resnetclaims.libtorch.cuda;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that a stream does again and again, on tensors that stay where they are. The first times it is done as it
 * stands, which loads kernels, chooses algorithms and makes workspaces; then it is captured as a graph, and from there
 * on replayed, which costs the host one call in place of thousands. What it computes is the same throughout: capturing
 * records and computes nothing, so nothing has to be undone.
 */
final class CapturedWork implements AutoCloseable {

    /** As often as libtorch's own documentation asks for. */
    private static final int TIMES_BEFORE_CAPTURE = 3;

    /** Libtorch's allocator cannot give memory back, nor tell two pools apart, while others capture. */
    private static final Object ONE_CAPTURE_AT_A_TIME = new Object();

    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private enum Stage {
        WARMING_UP,
        REPLAYING,
        WITHOUT_GRAPH
    }

    private final GraphCalls calls;
    private final Runnable work;
    private Stage stage = Stage.WARMING_UP;
    private int times;

    /** @param work gives the stream of the calls work to do, and neither waits for it nor reads what comes of it */
    CapturedWork(GraphCalls calls, Runnable work) {
        this.calls = calls;
        this.work = work;
    }

    boolean captures(Runnable other) {
        return work == other;
    }

    void run() {
        if (stage == Stage.WARMING_UP && times == TIMES_BEFORE_CAPTURE) {
            stage = capture() ? Stage.REPLAYING : Stage.WITHOUT_GRAPH;
        }
        if (stage == Stage.REPLAYING) {
            calls.launch();
        } else {
            work.run();
            times++;
        }
    }

    boolean isReplayed() {
        return stage == Stage.REPLAYING;
    }

    private boolean capture() {
        synchronized (ONE_CAPTURE_AT_A_TIME) {
            calls.synchronize();
            calls.freeUnusedMemory();
            calls.beginPool();
            try {
                recordInPool();
                makeExecutable();
                return true;
            } catch (RuntimeException e) {
                giveUpCapture();
                warn(e);
                return false;
            } catch (Error e) {
                giveUpCapture();
                throw e;
            }
        }
    }

    private void giveUpCapture() {
        calls.forgetError();
        calls.releasePool();
    }

    private void recordInPool() {
        try {
            calls.beginCapture();
            record();
        } finally {
            calls.endPool();
        }
    }

    private void record() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            try {
                // A stream that goes on recording would do no work any more.
                calls.endCapture();
                calls.destroyGraph();
            } catch (CudaException invalidated) {
                e.addSuppressed(invalidated);
            }
            throw e;
        }
        calls.endCapture();
    }

    private void makeExecutable() {
        try {
            calls.instantiate();
        } finally {
            calls.destroyGraph();
        }
    }

    private static void warn(RuntimeException e) {
        if (!WARNED.getAndSet(true)) {
            System.err.printf(
                    "Steps are not captured as CUDA graphs, and take longer for that, since this failed: %s%n",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Frees the graph; nothing where there is none. */
    @Override
    public void close() {
        if (stage == Stage.REPLAYING) {
            stage = Stage.WITHOUT_GRAPH;
            calls.synchronize();
            calls.destroyExecutable();
            calls.releasePool();
        }
    }
}
