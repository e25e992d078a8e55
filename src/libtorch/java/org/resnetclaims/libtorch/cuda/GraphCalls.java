package org.resnetclaims.libtorch.cuda;

/**
 * What of CUDA and of libtorch's allocator it takes to capture the work of one stream as a graph and to replay it. All
 * calls come from the thread that works on the stream. Each may throw {@link CudaException}.
 */
interface GraphCalls {

    /** Waits until the stream has done all that it was given. */
    void synchronize();

    /** Gives memory back to the GPU that libtorch keeps and nobody uses. */
    void freeUnusedMemory();

    /** From here on, what the stream allocates comes from memory of its own, which no other work is given. */
    void beginPool();

    /** From here on, what the stream is given is recorded and not done. */
    void beginCapture();

    /** Ends recording; afterwards there is a graph, unless this throws. */
    void endCapture();

    void endPool();

    /** Makes the graph into what can be launched. */
    void instantiate();

    void destroyGraph();

    /** Gives the stream all that was recorded, at once; returns before it is done. */
    void launch();

    void destroyExecutable();

    /** Lets others have the memory of the pool. */
    void releasePool();

    /** Forgets an error that CUDA would else report again to whoever calls it next. */
    void forgetError();
}
