package org.resnetclaims.examinations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.training.Evaluation;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;

/**
 * How far the error rises when one block is left out (Veit et al. 2016): for each block whose input has the shape of
 * its output, that block alone hands on what it is given, and nothing else changes.
 */
public record Lesions(Split split) implements Examination {

    /** In points. */
    public static final String RISE = "rise";

    public Lesions {
        Objects.requireNonNull(split, "an error is on no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        Evaluation evaluation = new Evaluation(model, data.training().mean());
        BlockIdentity identity = new BlockIdentity(model.network());
        ModelState given = model.state();
        double whole = evaluation.errorOn(data.images(split));
        List<String> blocks = identity.blocks();
        List<Double> rises = new ArrayList<>();
        try {
            for (String block : blocks) {
                model.restore(new ModelState(identity.without(Set.of(block), given.parameters()), given.velocities()));
                rises.add(evaluation.errorOn(data.images(split)) - whole);
            }
        } finally {
            model.restore(given);
        }
        return new Findings(blocks, Map.of(RISE, rises));
    }
}
