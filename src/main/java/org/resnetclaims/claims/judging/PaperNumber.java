package org.resnetclaims.claims.judging;

import java.util.Objects;
import org.resnetclaims.evidence.Origin;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.evidence.Setup;

/**
 * A number that the paper prints, or that follows from its description.
 *
 * @param value with the digits that are printed: {@code 7.40} has two decimals
 * @param source the table, figure or section that prints it, or describes what it is derived from
 * @param dataset what it was measured on; null for one that needs no data, or data that this suite does not read
 */
public record PaperNumber(String value, Origin origin, String unit, String source, String dataset) {

    public PaperNumber {
        Objects.requireNonNull(value, "a number of the paper has no value");
        Objects.requireNonNull(origin, "a number of the paper has no origin");
    }

    /** The value as a number. */
    public double number() {
        return Double.parseDouble(value);
    }

    /** A number of ours that needs no training, set beside this one. */
    public Quantity beside(String name, double measured) {
        return new Quantity(name, unit, source, origin, value, measured, null);
    }

    /** A number of ours, of networks trained as this setup says, set beside this one. */
    public Quantity beside(String name, double measured, Setup setup) {
        return new Quantity(
                name,
                unit,
                source,
                origin,
                value,
                measured,
                setup.mismatch(dataset).orElse(null));
    }
}
