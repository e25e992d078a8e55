package org.resnetclaims.libtorch.cuda;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.cuda.cudart.CUgraphExec_st;
import org.bytedeco.cuda.cudart.CUgraph_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.cuda.CUDAAllocator;
import org.bytedeco.pytorch.cuda.CUDAStream;
import org.bytedeco.pytorch.cuda.DeviceAssertionsDataVectorCUDAKernelLaunchInfoVectorPair;
import org.bytedeco.pytorch.cuda.StreamFilter;
import org.bytedeco.pytorch.global.torch_cuda;

/** The calls of the CUDA runtime and of libtorch's allocator. libtorch's own class for graphs is not there in Java. */
final class CudaGraphCalls implements GraphCalls {

    private static final AtomicLong POOLS = new AtomicLong();

    private final CUDAStream stream;
    private final CUDAAllocator allocator = torch_cuda.getAllocator();
    private final LongPointer poolNumbers;
    // This is what the Java classes of libtorch 2.10 take for the pair of numbers that names a pool.
    private final DeviceAssertionsDataVectorCUDAKernelLaunchInfoVectorPair pool;
    private final CUgraph_st graph = new CUgraph_st();
    private final CUgraphExec_st executable = new CUgraphExec_st();

    /** @param stream one that nobody else works on, and not the default one */
    CudaGraphCalls(CUDAStream stream) {
        this.stream = stream;
        // A pool that libtorch has not named itself has 0 as the first of its numbers.
        poolNumbers = new LongPointer(0, POOLS.incrementAndGet()).retainReference();
        pool = new DeviceAssertionsDataVectorCUDAKernelLaunchInfoVectorPair(poolNumbers);
    }

    @Override
    public void synchronize() {
        stream.synchronize();
    }

    @Override
    public void freeUnusedMemory() {
        allocator.emptyCache();
    }

    @Override
    public void beginPool() {
        allocator.beginAllocateToPool(stream.device_index(), pool, OnCapturedStream.of(stream));
    }

    @Override
    public void beginCapture() {
        // Other threads may go on allocating and freeing on streams of their own.
        check(
                cudart.cudaStreamBeginCapture(stream.stream(), cudart.cudaStreamCaptureModeThreadLocal),
                "begin a capture");
    }

    @Override
    public void endCapture() {
        check(cudart.cudaStreamEndCapture(stream.stream(), graph), "end a capture");
        if (graph.isNull()) {
            throw new CudaException("CUDA ended a capture without a graph");
        }
    }

    @Override
    public void endPool() {
        allocator.endAllocateToPool(stream.device_index(), pool);
    }

    @Override
    public void instantiate() {
        check(
                cudart.cudaGraphInstantiateWithFlags(
                        executable, graph, cudart.cudaGraphInstantiateFlagAutoFreeOnLaunch),
                "instantiate a graph");
    }

    @Override
    public void destroyGraph() {
        check(cudart.cudaGraphDestroy(graph), "destroy a graph");
    }

    @Override
    public void launch() {
        check(cudart.cudaGraphLaunch(executable, stream.stream()), "launch a graph");
    }

    @Override
    public void destroyExecutable() {
        check(cudart.cudaGraphExecDestroy(executable), "destroy a graph that was launched");
    }

    @Override
    public void releasePool() {
        allocator.releasePool(stream.device_index(), pool);
        poolNumbers.releaseReference();
    }

    @Override
    public void forgetError() {
        cudart.cudaGetLastError();
    }

    private static void check(int error, String deed) {
        if (error != cudart.cudaSuccess) {
            throw new CudaException("CUDA could not %s: %s (error %d)"
                    .formatted(deed, cudart.cudaGetErrorString(error).getString(), error));
        }
    }

    /**
     * Tells libtorch's allocator which requests belong to the capture that is under way. One for all captures, since
     * there is one at a time, and since JavaCPP has room for ten such objects only.
     */
    private static final class OnCapturedStream extends StreamFilter {

        private static final OnCapturedStream FILTER = new OnCapturedStream();

        private volatile long captured;

        // Kept when the scope ends in which it happens to be made.
        private OnCapturedStream() {
            retainReference();
        }

        static OnCapturedStream of(CUDAStream stream) {
            FILTER.captured = stream.stream().address();
            return FILTER;
        }

        @Override
        public boolean call(Pointer stream) {
            return stream != null && stream.address() == captured;
        }
    }
}
