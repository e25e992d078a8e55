package org.resnetclaims.laboratory;

import java.time.Duration;
import java.util.Optional;
import org.resnetclaims.training.Checkpoints;

/** The checkpoints of one run, beside its place in the archive. */
final class RunCheckpoints implements Checkpoints {

    private static final Duration EVERY = Duration.ofSeconds(60);

    private final RunEntry entry;
    private final Runnable onResume;
    // Not the time of day, which may be set back.
    private long savedAt = System.nanoTime();

    /** @param onResume told when the trainer is given a state to go on from */
    RunCheckpoints(RunEntry entry, Runnable onResume) {
        this.entry = entry;
        this.onResume = onResume;
    }

    @Override
    public Optional<byte[]> latest() {
        Optional<byte[]> state = entry.state();
        state.ifPresent(found -> onResume.run());
        return state;
    }

    @Override
    public boolean due() {
        return System.nanoTime() - savedAt >= EVERY.toNanos();
    }

    @Override
    public void save(byte[] state) {
        entry.keepState(state);
        savedAt = System.nanoTime();
    }
}
