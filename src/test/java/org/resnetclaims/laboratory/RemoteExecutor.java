package org.resnetclaims.laboratory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.TrainedRun;

/**
 * What a cluster is to the laboratory: slots that share no memory with it. All that goes there and comes back is bytes,
 * only the calling thread waits here, and what it is told on the way comes late.
 */
final class RemoteExecutor implements ForwardingExecutor, AutoCloseable {

    private final RunExecutor far;
    private final ExecutorService slots;
    private final Consumer<Run> onArrival;

    /**
     * @param far what computes in each slot
     * @param onArrival called in the slot before it begins
     */
    RemoteExecutor(RunExecutor far, int slots, Consumer<Run> onArrival) {
        this.far = far;
        this.slots = Executors.newFixedThreadPool(slots);
        this.onArrival = onArrival;
    }

    @Override
    public RunExecutor executor() {
        return far;
    }

    @Override
    public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
        byte[] there = bytes(run);
        Optional<byte[]> latest = checkpoints.latest();
        List<Integer> reached = new ArrayList<>();
        AtomicReference<byte[]> saved = new AtomicReference<>();
        try {
            byte[] back = await(slots.submit(() -> {
                Run arrived = (Run) value(there);
                onArrival.accept(arrived);
                return bytes(far.train(arrived, new FarCheckpoints(latest, saved), reached::add));
            }));
            reached.forEach(progress::accept);
            return (TrainedRun) value(back);
        } finally {
            Optional.ofNullable(saved.get()).ifPresent(checkpoints::save);
        }
    }

    @Override
    public Findings examine(Examination examination, List<Examiner.Subject> subjects) {
        byte[] there = bytes(examination);
        byte[] networks = bytes(new ArrayList<>(subjects));
        return (Findings) value(await(slots.submit(() -> {
            @SuppressWarnings("unchecked")
            List<Examiner.Subject> arrived = (List<Examiner.Subject>) value(networks);
            return bytes(far.examine((Examination) value(there), arrived));
        })));
    }

    /** Passes an interrupt on. */
    private static byte[] await(Future<byte[]> slot) {
        try {
            return slot.get();
        } catch (InterruptedException e) {
            slot.cancel(true);
            throw new CancellationException("it was given up");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        slots.shutdownNow();
    }

    private static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static Serializable value(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Serializable) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private record FarCheckpoints(Optional<byte[]> latest, AtomicReference<byte[]> saved) implements Checkpoints {

        @Override
        public boolean due() {
            return true;
        }

        @Override
        public void save(byte[] state) {
            saved.set(state.clone());
        }
    }
}
