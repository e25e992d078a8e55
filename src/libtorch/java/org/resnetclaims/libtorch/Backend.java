package org.resnetclaims.libtorch;

import org.resnetclaims.training.EngineDescription;

/** What libtorch computes on in this JVM: the natives on the class path are for the processor or for GPUs. */
interface Backend {

    EngineDescription description();

    /** A place for a model of the calling thread. */
    Lane open();
}
