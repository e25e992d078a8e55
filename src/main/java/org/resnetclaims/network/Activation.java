package org.resnetclaims.network;

/** Where the last batch normalisation and ReLU of a block stand; without shortcuts it is the same. */
enum Activation {

    /** BN, addition, ReLU: the shortcut of the next block starts behind the ReLU (Section 3.1). */
    AFTER_ADDITION,

    /**
     * Addition, BN, ReLU: the shortcut of the next block starts at the sum, so that nothing but additions lies on the
     * way through all shortcuts, and each branch begins with the BN and ReLU of the block before it. That is
     * pre-activation, the first and the last block as arXiv 1603.05027 has them.
     */
    BEFORE_CONVOLUTION
}
