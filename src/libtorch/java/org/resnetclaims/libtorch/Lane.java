package org.resnetclaims.libtorch;

/** Where a model computes, and in which order: for one model, and for the thread that opens it alone. */
interface Lane extends AutoCloseable {

    TorchDevice device();

    /** The sets of images on the device. */
    ResidentImages images();

    /** From here on, the calling thread computes here. */
    void enter();

    /**
     * Begins work on tensors that stay where they are. A device may record it once it has done the same work some
     * times, and repeat the record from then on.
     *
     * @param work the same object for the same work; it neither waits for the device nor reads what comes of it
     */
    void repeat(Runnable work);

    /** Whether it repeats a record by now. */
    boolean isReplaying();

    /** Waits until all is done that was begun, and leaves the place to another model. */
    @Override
    void close();
}
