package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.training.Engine;

/** Two engines on one class path: of the one that is not chosen, no native library is loaded. */
@EnabledOnOs(OS.LINUX)
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class ChosenEngineTest {

    @ParameterizedTest
    @CsvSource({"deeplearning4j, libjnidnnl, libtorch_cpu", "libtorch, libtorch_cpu, libjnidnnl"})
    void only_the_chosen_one_loads_its_natives(String chosen, String its, String others) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Loaded.class.getName(),
                        chosen)
                .redirectErrorStream(true)
                .start();
        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(printed).isZero();
        assertThat(printed).contains(its).doesNotContain(others);
    }

    /** Names all engines, describes one, and prints the libraries of its process. */
    static final class Loaded {

        private Loaded() {}

        public static void main(String[] arguments) throws IOException {
            for (Engine engine : ServiceLoader.load(Engine.class)) {
                if (engine.name().equals(arguments[0])) {
                    engine.description();
                }
            }
            Files.readAllLines(Path.of("/proc/self/maps")).stream()
                    .filter(line -> line.endsWith(".so"))
                    .forEach(System.out::println);
        }
    }
}
