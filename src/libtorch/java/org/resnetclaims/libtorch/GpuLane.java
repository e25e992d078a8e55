package org.resnetclaims.libtorch;

import org.resnetclaims.libtorch.cuda.GpuStream;

/** A queue of work on a GPU. */
record GpuLane(GpuStream stream, TorchDevice device, ResidentImages images) implements Lane {

    @Override
    public void enter() {
        stream.enter();
    }

    @Override
    public void repeat(Runnable work) {
        stream.repeat(work);
    }

    @Override
    public boolean isReplaying() {
        return stream.isReplaying();
    }

    @Override
    public void close() {
        stream.close();
    }
}
