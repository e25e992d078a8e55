package org.resnetclaims.libtorch;

import com.sun.jna.Platform;
import com.sun.jna.platform.unix.LibC;
import org.bytedeco.pytorch.AutogradState;
import org.bytedeco.pytorch.global.torch;

/**
 * Gives every run one thread and all the memory that it asks for, unless the user says otherwise. The build sets the
 * environment of the JVMs that it starts; an IDE or another launcher does not.
 */
final class NativeSettings {

    private static final String THREADS = "OMP_NUM_THREADS";
    private static final boolean THREADS_SET = System.getenv(THREADS) != null;

    /** JavaCPP would ask the operating system for the size of the process at every tensor. */
    private static final String PROCESS_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

    private NativeSettings() {}

    /** Works only before the first class of JavaCPP and the native libraries load, which look once. */
    static void apply() {
        System.setProperty(PROCESS_LIMIT, System.getProperty(PROCESS_LIMIT, "0"));
        if (!THREADS_SET && !Platform.isWindows()) {
            LibC.INSTANCE.setenv(THREADS, "1", 1);
        }
    }

    /** Sees to it that all that the calling thread computes is computed on it. */
    static void holdThread() {
        if (!THREADS_SET) {
            torch.set_num_threads(1);
        }
        // Else one thread of libtorch's own would run the backward passes of all models on a GPU.
        AutogradState.get_tls_state().set_multithreading_enabled(false);
    }
}
