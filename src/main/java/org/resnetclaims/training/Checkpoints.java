package org.resnetclaims.training;

import java.util.Optional;

/**
 * Where a trainer leaves the state of one run, so that a process that dies loses little: whoever takes the run up again
 * comes to the same bits as if nothing had happened. What a state holds is the trainer's business.
 */
public interface Checkpoints {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<byte[]> latest() {
            return Optional.empty();
        }

        @Override
        public boolean due() {
            return false;
        }

        @Override
        public void save(byte[] state) {}
    };

    /** The state to go on from; empty at the beginning. Asked once, before anything is saved. */
    Optional<byte[]> latest();

    /** Whether it is time to save; cheap enough to ask after each iteration. */
    boolean due();

    /** Replaces the state. Where it cannot be kept, the run goes on without. */
    void save(byte[] state);
}
