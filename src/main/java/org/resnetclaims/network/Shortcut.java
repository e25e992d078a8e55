package org.resnetclaims.network;

/**
 * How the input of a residual block reaches its end (Section 3.3 and Table 3). Dimensions change where a block has more
 * channels at its end than at its start, or a stride. A projection is a 1x1 convolution with batch normalisation.
 */
public enum Shortcut {

    /** Identity; zero-padded where dimensions change. Costs no parameters. */
    A,

    /** Identity; a projection where dimensions change. */
    B,

    /** A projection everywhere. */
    C
}
