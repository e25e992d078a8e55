package org.resnetclaims.laboratory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen;
import org.resnetclaims.training.StateDict;

/** An examination on its way through the laboratory. */
final class ExaminationAssignment implements Assignment {

    private final List<Specimen> specimens;
    private final Examination examination;
    private final ExaminationKey key;
    private final boolean kept;
    private final int number;
    private final Map<String, StateDict> trained = new ConcurrentHashMap<>();

    /** @param kept whether an earlier session has made it */
    ExaminationAssignment(
            List<Specimen> specimens, Examination examination, ExaminationKey key, boolean kept, int number) {
        this.specimens = specimens;
        this.examination = examination;
        this.key = key;
        this.kept = kept;
        this.number = number;
    }

    List<Specimen> specimens() {
        return specimens;
    }

    Examination examination() {
        return examination;
    }

    ExaminationKey key() {
        return key;
    }

    /** Hands over the parameters of a network that was trained for it. */
    void bring(Run run, StateDict parameters) {
        trained.put(run.identity(), parameters);
    }

    /** Those that were handed over. */
    Optional<StateDict> brought(Run run) {
        return Optional.ofNullable(trained.get(run.identity()));
    }

    @Override
    public boolean begun() {
        return false;
    }

    @Override
    public boolean kept() {
        return kept;
    }

    @Override
    public double work() {
        return 0;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String label() {
        Specimen first = specimens.get(0);
        return specimens.size() == 1
                ? "%s of %s seed %d"
                        .formatted(
                                examination,
                                first.run().network().name(),
                                first.run().seed())
                : "%s of %d networks".formatted(examination, specimens.size());
    }
}
