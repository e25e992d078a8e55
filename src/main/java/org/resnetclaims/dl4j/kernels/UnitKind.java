package org.resnetclaims.dl4j.kernels;

import java.util.List;

/** What a unit consists of. A ReLU may follow a normalisation. */
public enum UnitKind {
    CONVOLUTION,
    NORMALISATION,
    CONVOLUTION_AND_NORMALISATION,
    SCALAR_MULTIPLIER;

    /** Of its parameters, in the order in which they lie. */
    public List<String> keys() {
        return switch (this) {
            case CONVOLUTION -> List.of(UnitArrays.WEIGHTS);
            case NORMALISATION -> List.of(UnitArrays.SCALE, UnitArrays.SHIFT, UnitArrays.MEAN, UnitArrays.VARIANCE);
            case CONVOLUTION_AND_NORMALISATION ->
                List.of(UnitArrays.WEIGHTS, UnitArrays.SCALE, UnitArrays.SHIFT, UnitArrays.MEAN, UnitArrays.VARIANCE);
            case SCALAR_MULTIPLIER -> List.of(UnitArrays.SCALAR);
        };
    }
}
