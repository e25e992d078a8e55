package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.resnetclaims.claims.Recipes;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;

class NativeThreadsTest {

    /** Prints with how many threads each of two runs computes. */
    static final class TwoRuns {

        public static void main(String[] arguments) throws InterruptedException {
            Dl4jEngine engine = new Dl4jEngine();
            Network network = CifarNetworks.plain(8).build(new Shape(1, 14, 14), 4, 10);
            for (int run = 1; run <= 2; run++) {
                Thread thread = new Thread(() -> {
                    engine.create(network, Recipes.sgd(0.1, 8, 2, List.of(1), Augmentation.NONE));
                    System.out.printf(
                            "OpenMP %d, ND4J %d, OpenBLAS %d%n",
                            NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(),
                            Nd4j.getEnvironment().maxThreads(),
                            Nd4j.factory().blas().getMaxThreads());
                });
                thread.start();
                thread.join();
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "There the engine refuses such an environment")
    void every_run_has_one_thread_where_the_environment_says_nothing() throws Exception {
        assertThat(printedWith(null)).containsExactly("OpenMP 1, ND4J 1, OpenBLAS 1", "OpenMP 1, ND4J 1, OpenBLAS 1");
    }

    @Test
    void what_the_environment_says_holds() throws Exception {
        assertThat(printedWith("2")).last().isEqualTo("OpenMP 2, ND4J 2, OpenBLAS 2");
    }

    private static List<String> printedWith(String threads) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                TwoRuns.class.getName());
        builder.environment().remove("OMP_NUM_THREADS");
        if (threads != null) {
            builder.environment().put("OMP_NUM_THREADS", threads);
        }
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().filter(line -> line.startsWith("OpenMP")).toList();
    }
}
