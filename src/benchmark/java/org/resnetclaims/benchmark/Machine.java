package org.resnetclaims.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the benchmark ran.
 *
 * @param engine the native libraries of the engine on Deeplearning4j and the instruction set they use
 * @param libtorch those of the engine on libtorch
 */
record Machine(String cpu, int cores, String system, String java, String engine, String libtorch) {

    static Machine current() {
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Engine.description("deeplearning4j").binary(),
                Engine.description("libtorch").binary());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            // Only Linux has that file.
            return "unknown";
        }
    }
}
