package org.resnetclaims.libtorch.cuda;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.cuda.CUDAStream;
import org.bytedeco.pytorch.global.torch_cuda;

/** A queue of work on a GPU, for one model and for the thread that opens it alone. */
public final class GpuStream implements AutoCloseable {

    private final Gpus gpus;
    private final CUDAStream stream;
    private final List<CapturedWork> captured = new ArrayList<>();

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
     * The same work, captured as a graph after it has been done some times, and replayed from there on.
     *
     * @param work on tensors that stay where they are; it neither waits for the GPU nor reads what comes of it
     */
    public Runnable captured(Runnable work) {
        CapturedWork replayed = new CapturedWork(new CudaGraphCalls(stream), work);
        captured.add(replayed);
        return replayed;
    }

    /** Whether all that was to be captured is replayed by now. */
    public boolean isReplaying() {
        return captured.stream().allMatch(CapturedWork::isReplayed);
    }

    /** Waits until the queue is empty, and frees it for another model. */
    @Override
    public void close() {
        captured.forEach(CapturedWork::close);
        stream.synchronize();
        torch_cuda.setCurrentCUDAStream(torch_cuda.getDefaultCUDAStream(stream.device_index()));
        gpus.takeBack(stream);
    }
}
