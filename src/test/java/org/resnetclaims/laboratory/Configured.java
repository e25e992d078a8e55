package org.resnetclaims.laboratory;

import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;

/** Its own code does not say what it is given; in a file of its own, since nested classes refer to each other. */
record Configured(@Nullable Record by) implements Examination {

    @Override
    public Findings examine(Model model, Dataset data) {
        throw new UnsupportedOperationException();
    }
}
