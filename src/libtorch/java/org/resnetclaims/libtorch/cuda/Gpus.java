package org.resnetclaims.libtorch.cuda;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.cuda.cudart.cudaDeviceProp;
import org.bytedeco.pytorch.SizeTPair;
import org.bytedeco.pytorch.cuda.CUDAStream;
import org.bytedeco.pytorch.global.torch_cuda;
import org.resnetclaims.gpu.CudaProfile;
import org.resnetclaims.training.UnusableBackendException;

/** All GPUs of this process that libtorch has code for. Models go to the one that has the fewest. */
public final class Gpus {

    /** libtorch makes no more on a GPU, and would let two models share one. */
    private static final int MOST_STREAMS = 32;

    private final List<Lane> lanes;
    private final int parallelRuns;

    private Gpus(List<Lane> lanes, int parallelRuns) {
        this.lanes = lanes;
        this.parallelRuns = parallelRuns;
    }

    /** Looks at all GPUs, once libtorch's natives have loaded. */
    static Gpus find() {
        List<Lane> lanes = IntStream.range(0, torch_cuda.device_count())
                .mapToObj(number -> new Lane((byte) number))
                .filter(lane -> CudaProfile.LIBTORCH.supports(lane.capability()))
                .toList();
        List<RunsAtOnce> machine = lanes.stream().map(Lane::runsAtOnce).toList();
        return new Gpus(lanes, RunsAtOnce.on(machine, Runtime.getRuntime().availableProcessors()));
    }

    /** How many runs use all GPUs well together. */
    public int parallelRuns() {
        return parallelRuns;
    }

    /** Such as {@code NVIDIA H100 80GB HBM3}, or several with a plus sign between them. */
    public String names() {
        return lanes.stream().map(Lane::name).distinct().collect(Collectors.joining(" + "));
    }

    /**
     * A queue on the GPU that has the fewest, for the calling thread.
     *
     * @throws UnusableBackendException if each of them has as many as it can
     */
    public synchronized GpuStream open() {
        Lane lane = lanes.stream().min(Comparator.comparingInt(Lane::inUse)).orElseThrow();
        if (lane.inUse() == MOST_STREAMS) {
            throw new UnusableBackendException(
                    "libtorch keeps at most %d models apart on a GPU: set a lower -DparallelRuns"
                            .formatted(MOST_STREAMS));
        }
        GpuStream stream = new GpuStream(this, lane.take());
        stream.enter();
        return stream;
    }

    synchronized void takeBack(CUDAStream stream) {
        lanes.stream().filter(lane -> lane.number == stream.device_index()).forEach(lane -> lane.takeBack(stream));
    }

    /** One GPU and its streams. Those that nobody uses are used again, since libtorch keeps memory for each. */
    private static final class Lane {

        private final byte number;
        private final cudaDeviceProp properties;
        private final Deque<CUDAStream> idle = new ArrayDeque<>();
        private int inUse;

        Lane(byte number) {
            this.number = number;
            properties = torch_cuda.getDeviceProperties(number).retainReference();
        }

        String name() {
            return properties.name().getString();
        }

        double capability() {
            return properties.major() + properties.minor() / 10.0;
        }

        RunsAtOnce runsAtOnce() {
            SizeTPair freeAndTotal = torch_cuda.getAllocator().getMemoryInfo(number);
            return new RunsAtOnce(properties.multiProcessorCount(), freeAndTotal.first() >> 20);
        }

        int inUse() {
            return inUse;
        }

        CUDAStream take() {
            inUse++;
            return idle.isEmpty() ? torch_cuda.getStreamFromPool(false, number).retainReference() : idle.pop();
        }

        void takeBack(CUDAStream stream) {
            inUse--;
            idle.push(stream);
        }
    }
}
