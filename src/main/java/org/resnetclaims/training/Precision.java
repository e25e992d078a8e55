package org.resnetclaims.training;

import java.util.Locale;

/** How exactly products are computed; all numbers are kept as 32-bit floats in any case. */
public enum Precision {

    /** Single precision throughout. */
    FULL,

    /**
     * Factors are rounded to the 10-bit mantissas of TensorFloat-32, which NVIDIA GPUs of Ampere and later multiply
     * faster.
     */
    TF32;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
