package org.resnetclaims.libtorch.cuda;

import java.util.List;

/**
 * What says how many runs a GPU should have at once. One alone leaves most of a large GPU idle: the last stage of a
 * network for small images makes some dozens of blocks of threads, and a GPU has room for several hundred.
 *
 * @param processors multiprocessors of the GPU
 * @param freeMiB memory that no program uses
 */
record RunsAtOnce(int processors, long freeMiB) {

    /** What ResNet-110 of Section 4.2 takes with its gradients, its graph and the workspaces of its convolutions. */
    static final long MIB_PER_RUN = 3000;

    /** A guess until somebody has measured: {@code make gpu-check} prints how fast 1, 2, 4 and 8 runs are at once. */
    private static final int PROCESSORS_PER_RUN = 16;

    private static final int MOST = 8;

    /** How many on all GPUs of a machine; each of them has at least one. */
    static int on(List<RunsAtOnce> gpus, int cores) {
        int runs = gpus.stream().mapToInt(RunsAtOnce::runs).sum();
        // A run has one thread of Java, which hands out the steps.
        return Math.max(gpus.size(), Math.min(runs, cores));
    }

    private int runs() {
        long fitting = Math.min(freeMiB / MIB_PER_RUN, processors / PROCESSORS_PER_RUN);
        return (int) Math.max(1, Math.min(fitting, MOST));
    }
}
