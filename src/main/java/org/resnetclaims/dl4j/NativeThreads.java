package org.resnetclaims.dl4j;

import com.sun.jna.Platform;
import com.sun.jna.platform.unix.LibC;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.resnetclaims.training.UnusableBackendException;

/**
 * Gives every run one thread, unless the environment says otherwise. The build sets the environment of the JVMs that it
 * starts; an IDE or another launcher does not, and then every run would compute with as many threads as there are
 * cores, at a fraction of the speed and to other bits.
 */
final class NativeThreads {

    private static final String SETTING = "OMP_NUM_THREADS";
    private static final boolean SET = System.getenv(SETTING) != null;

    private NativeThreads() {}

    /** Works only before the native libraries load, which look into the environment once. */
    static void oneUnlessSet() {
        if (!SET && !Platform.isWindows()) {
            LibC.INSTANCE.setenv(SETTING, "1", 1);
        }
    }

    /**
     * Sees to it that the calling thread may train. Where Java's view of the environment, which is older than the
     * above, has no number of threads, ND4J gives all cores to the thread that happens to load it, and to OpenBLAS.
     *
     * @throws UnusableBackendException if the environment had no number of threads and could not be given one
     */
    static void hold() {
        if (SET || !Nd4j.getEnvironment().isCPU()) {
            return;
        }
        int threads = Nd4j.getEnvironment().maxThreads();
        if (threads != 1) {
            throw new UnusableBackendException(
                    "ND4J would compute every run with %d threads, which is slower than one each: start the JVM with %s=1 in its environment"
                            .formatted(threads, SETTING));
        }
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
    }
}
