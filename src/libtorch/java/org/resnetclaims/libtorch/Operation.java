package org.resnetclaims.libtorch;

import org.bytedeco.pytorch.Tensor;

/** What one node computes of the outputs of its inputs; all are images x channels x height x width. */
interface Operation {

    Tensor apply(Tensor[] inputs);
}
