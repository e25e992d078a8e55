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

    /** See {@link org.resnetclaims.training.Trainer#train}. */
    TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress);

    /** See {@link Examiner#examine}. */
    Findings examine(Examination examination, List<Examiner.Subject> subjects);
}
