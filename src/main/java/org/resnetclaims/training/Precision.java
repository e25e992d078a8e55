package org.resnetclaims.training;

import java.util.Locale;

/** With how many bits an engine multiplies; it adds up, and keeps all numbers, in single precision. */
public enum Precision {

    /** Single precision. */
    FULL,

    /** With NVIDIA's 10 bits of mantissa in place of 23, which their matrix units are fastest with. */
    TF32;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
