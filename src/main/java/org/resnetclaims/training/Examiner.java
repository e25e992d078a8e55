package org.resnetclaims.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Dataset;

/** Examines networks on an engine. Safe for use by several threads at once. */
public final class Examiner {

    private final Engine engine;

    public Examiner(Engine engine) {
        this.engine = engine;
    }

    /**
     * A network with its parameters.
     *
     * @param run that it comes from
     * @param trained its parameters; null for those that the run begins with, which are drawn when they are asked for
     */
    public record Subject(Run run, @Nullable StateDict trained) implements Serializable {

        /** The network that a run begins with. */
        public static Subject initial(Run run) {
            return new Subject(run, null);
        }

        /** What the network is examined with. */
        public StateDict parameters() {
            return trained != null
                    ? trained
                    : InitialState.draw(run.network(), run.seed()).parameters();
        }
    }

    /** @param data what the runs of the subjects were, or are to be, trained on */
    public Findings examine(Examination examination, List<Subject> subjects, Dataset data) {
        List<Model> models = new ArrayList<>();
        try {
            for (Subject subject : subjects) {
                Run run = subject.run();
                Model model = engine.create(run.network(), run.recipe());
                models.add(model);
                model.restore(ModelState.atRest(run.network(), subject.parameters()));
            }
            return examination.seeded(subjects.get(0).run().seed()).examine(List.copyOf(models), data);
        } finally {
            models.forEach(Model::close);
        }
    }
}
