package org.resnetclaims.examinations;

import java.util.Objects;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.training.Evaluation;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;

/** The top-1 error on a part of the data, in inference mode and without augmentation. */
public record TopOneError(Split split) implements Examination {

    /** In %. */
    public static final String ERROR = "error";

    public TopOneError {
        Objects.requireNonNull(split, "an error is on no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        Evaluation evaluation = new Evaluation(model, data.training().mean());
        return Findings.of(ERROR, evaluation.errorOn(data.images(split)));
    }
}
