package org.resnetclaims.agreement;

import java.util.List;
import org.resnetclaims.evidence.ObservableRecord;

/**
 * How far the means of an error may lie apart on two engines that are alike.
 *
 * @param error that runs end with
 * @param reason why the margin is what it is, as it stands after a colon
 */
record Margin(ObservableRecord error, double points, String reason) {

    /** Of all errors that are set against each other. */
    static final List<Margin> ALL = List.of(
            new Margin(
                    ObservableRecord.TRAINING_ERROR,
                    1,
                    "what the claims of Fig. 6 and Table 2, that deeper residual networks do not degrade, take for no difference"),
            new Margin(
                    ObservableRecord.TEST_ERROR,
                    2,
                    "a quarter of the smallest difference on which a claim of test errors rests in the reference of scale quick, and what eight runs on each engine can show in about nine of ten cases"));
}
