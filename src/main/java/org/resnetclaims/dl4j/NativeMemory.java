package org.resnetclaims.dl4j;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Lets the memory outside the heap follow from the machine. JavaCPP would stop at the size of the heap, and would ask
 * the operating system for the size of the process at every allocation, which costs some percent of a training step.
 */
final class NativeMemory {

    private static final String LIMIT = "org.bytedeco.javacpp.maxbytes";
    private static final String PROCESS_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";
    private static final double SHARE = 0.9;

    private NativeMemory() {}

    /** Works only before the first class of JavaCPP loads. What a user has set stays. */
    static void followTheMachine() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long left = (long) (SHARE * machine.getTotalMemorySize())
                - Runtime.getRuntime().maxMemory();
        setUnlessSet(LIMIT, Long.toString(Math.max(left, Runtime.getRuntime().maxMemory())));
        setUnlessSet(PROCESS_LIMIT, "0");
    }

    private static void setUnlessSet(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }
}
