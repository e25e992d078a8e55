package org.resnetclaims.libtorch.cuda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stands in for CUDA: writes down what it is asked for, and fails where it is told to. */
final class RecordedCalls implements GraphCalls {

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> failing = new HashSet<>();

    RecordedCalls failingTo(String call) {
        failing.add(call);
        return this;
    }

    /** All since this was last asked. */
    List<String> taken() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    Set<Thread> threads() {
        return threads;
    }

    /** The work that is captured. */
    void work() {
        record("work");
    }

    private void record(String call) {
        calls.add(call);
        threads.add(Thread.currentThread());
        if (failing.contains(call)) {
            throw new CudaException("no " + call);
        }
    }

    @Override
    public void synchronize() {
        record("synchronize");
    }

    @Override
    public void freeUnusedMemory() {
        record("free unused memory");
    }

    @Override
    public void beginPool() {
        record("begin pool");
    }

    @Override
    public void beginCapture() {
        record("begin capture");
    }

    @Override
    public void endCapture() {
        record("end capture");
    }

    @Override
    public void endPool() {
        record("end pool");
    }

    @Override
    public void instantiate() {
        record("instantiate");
    }

    @Override
    public void destroyGraph() {
        record("destroy graph");
    }

    @Override
    public void launch() {
        record("launch");
    }

    @Override
    public void destroyExecutable() {
        record("destroy executable");
    }

    @Override
    public void releasePool() {
        record("release pool");
    }

    @Override
    public void forgetError() {
        record("forget error");
    }
}
