package org.resnetclaims.libtorch.cuda;

import org.bytedeco.pytorch.cuda.CUDAStream;
import org.bytedeco.pytorch.global.torch_cuda;
import org.jspecify.annotations.Nullable;

/** A queue of work on a GPU, for one model and for the thread that opens it alone. */
public final class GpuStream implements AutoCloseable {

    private final Gpus gpus;
    private final CUDAStream stream;
    private @Nullable CapturedWork captured;

    GpuStream(Gpus gpus, CUDAStream stream) {
        this.gpus = gpus;
        this.stream = stream;
    }

    /** The number of the GPU, as in libtorch's name {@code cuda:0}. */
    public int gpu() {
        return stream.device_index();
    }

    /** From here on, all that the calling thread does with tensors of this GPU is done in this queue. */
    public void enter() {
        torch_cuda.set_device(stream.device_index());
        torch_cuda.setCurrentCUDAStream(stream);
    }

    /**
     * Begins this work; after some times it is captured as a graph, and replayed from there on.
     *
     * @param work on tensors that stay where they are; it neither waits for the GPU nor reads what comes of it. Another
     *     object is other work, for which the graph is given up.
     */
    public void repeat(Runnable work) {
        if (captured == null || !captured.captures(work)) {
            giveUpGraph();
            captured = new CapturedWork(new CudaGraphCalls(stream), work);
        }
        captured.run();
    }

    /** Whether a graph is replayed by now. */
    public boolean isReplaying() {
        return captured != null && captured.isReplayed();
    }

    private void giveUpGraph() {
        if (captured != null) {
            captured.close();
            captured = null;
        }
    }

    /** Waits until the queue is empty, and frees the queue for another model. */
    @Override
    public void close() {
        try {
            giveUpGraph();
            stream.synchronize();
        } finally {
            torch_cuda.setCurrentCUDAStream(torch_cuda.getDefaultCUDAStream(stream.device_index()));
            gpus.takeBack(stream);
        }
    }
}
