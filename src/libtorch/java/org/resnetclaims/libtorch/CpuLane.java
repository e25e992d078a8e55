package org.resnetclaims.libtorch;

/** The processor, on which the calling thread does all work at once. */
record CpuLane(ResidentImages images) implements Lane {

    @Override
    public TorchDevice device() {
        return TorchDevice.CPU;
    }

    @Override
    public void enter() {}

    @Override
    public void repeat(Runnable work) {
        work.run();
    }

    @Override
    public boolean isReplaying() {
        return false;
    }

    @Override
    public void close() {}
}
