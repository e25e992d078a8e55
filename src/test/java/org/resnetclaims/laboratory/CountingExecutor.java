package org.resnetclaims.laboratory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.TrainedRun;

/** Notes where each training of another executor begins. */
public final class CountingExecutor implements ForwardingExecutor {

    private final RunExecutor executor;
    private final List<Integer> firstIterations = new CopyOnWriteArrayList<>();

    public CountingExecutor(RunExecutor executor) {
        this.executor = executor;
    }

    /** The iteration that each training told first: 1, unless it went on from a checkpoint. */
    public List<Integer> firstIterations() {
        return List.copyOf(firstIterations);
    }

    @Override
    public RunExecutor executor() {
        return executor;
    }

    @Override
    public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
        AtomicBoolean begun = new AtomicBoolean();
        return executor.train(run, checkpoints, done -> {
            if (!begun.getAndSet(true)) {
                firstIterations.add(done);
            }
            progress.accept(done);
        });
    }
}
