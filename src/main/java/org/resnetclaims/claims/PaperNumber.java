package org.resnetclaims.claims;

import java.util.Optional;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.statistics.Published;

/**
 * A number that the paper prints.
 *
 * @param source    its table, figure or section
 * @param dataset   what it was measured on; null for one that needs no data, or data that this suite does not read
 * @param deviation standard deviation over the runs, where the paper gives one; else null
 * @param runs      how many it is the mean of, where the paper says so; else null
 */
record PaperNumber(double value, String unit, String source, String dataset, Double deviation, Integer runs) {

    /** Ours beside it. */
    Quantity beside(String name, double measured) {
        return new Quantity(name, unit, source, value, measured);
    }

    /** Empty where the paper gives no spread. */
    Optional<Published> published() {
        return deviation == null ? Optional.empty() : Optional.of(new Published(value, deviation, runs));
    }
}
