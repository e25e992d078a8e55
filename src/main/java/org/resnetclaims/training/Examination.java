package org.resnetclaims.training;

import java.io.Serializable;
import java.util.List;
import org.resnetclaims.data.Dataset;

/**
 * What to measure on networks, trained or freshly drawn. Implementations are records of records, enums, strings,
 * numbers and lists of these: that says in full what is measured, so that what was found can be kept and found again.
 * To measure is all they do: a model leaves an examination as it came.
 */
public interface Examination extends Serializable {

    /**
     * The same, with whatever it draws at random drawn for one network, so that networks of several seeds do not share
     * their draws.
     *
     * @param seed of the run that the network is of; of several networks, that of the first
     */
    default Examination seeded(long seed) {
        return this;
    }

    /**
     * Examines one network.
     *
     * @param data what the network was, or is to be, trained on
     */
    Findings examine(Model model, Dataset data);

    /**
     * Examines several networks together, as an ensemble has to be.
     *
     * @throws IllegalArgumentException if there is more than one, and they cannot be examined together
     */
    default Findings examine(List<Model> models, Dataset data) {
        if (models.size() != 1) {
            throw new IllegalArgumentException(
                    "%s examines one network at a time, not %d".formatted(this, models.size()));
        }
        return examine(models.get(0), data);
    }
}
