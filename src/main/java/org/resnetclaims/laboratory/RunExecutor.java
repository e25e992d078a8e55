package org.resnetclaims.laboratory;

import java.util.List;
import java.util.function.IntConsumer;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.TrainedRun;

/**
 * Where runs are trained and networks are examined: on the calling thread, or on a machine of a cluster while that
 * thread waits. The laboratory decides what is to be done, and keeps what comes of it. Safe for use by several threads
 * at once.
 *
 * <p>All that goes there and comes back is values that Java can serialise; only the two callbacks, checkpoints and
 * progress, stay on this side, and may be called late or seldom. The laboratory interrupts the calling thread to give a
 * run up, and an executor that trains elsewhere has to pass that on.
 */
public interface RunExecutor {

    /**
     * What trains there.
     *
     * @throws org.resnetclaims.training.UnusableBackendException with one sentence, if nothing can
     */
    EngineDescription engine();

    /** The classes that decide, together with those that they use, what comes out of a run. */
    List<Class<?>> code();

    /** How many threads compute one run, since sums over threads depend on how many there are. */
    int threadsPerRun();

    /** How many runs proceed best at once. */
    int parallelRuns();

    /** See {@link org.resnetclaims.training.Trainer#train}. */
    TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress);

    /** See {@link Examiner#examine}. */
    Findings examine(Examination examination, List<Examiner.Subject> subjects);
}
