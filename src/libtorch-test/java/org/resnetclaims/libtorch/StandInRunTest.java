package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.libtorch.cuda.StandInCuda;

/** In which order CUDA is called when the engine trains, with libtorch's natives for GPUs on stand-ins for NVIDIA's. */
@EnabledIf("org.resnetclaims.libtorch.cuda.StandInCuda#canBeBuilt")
class StandInRunTest {

    @TempDir
    private static Path libraries;

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws IOException {
        StandInCuda.build(libraries);
    }

    @Test
    void a_run_captures_its_fourth_step_and_replays_it_from_then_on() throws Exception {
        List<Call> calls = run(1, "");

        assertThat(calls).extracting(Call::name).doesNotContain("FORBIDDEN", "cudaMemcpy", "cudaDeviceSynchronize");
        assertThat(namesAt(calls, "step 2")).endsWith("launch").doesNotContain("cudaMalloc", "cudaStreamSynchronize");
        assertThat(namesAt(calls, "step 3"))
                .startsWith(
                        "copyToDevice", "launch", "cudaEventRecord", "cudaStreamSynchronize", "cudaStreamBeginCapture")
                .endsWith(
                        "cudaStreamEndCapture", "cudaGraphInstantiateWithFlags", "cudaGraphDestroy", "cudaGraphLaunch");
        for (String replayed : List.of("step 4", "step 5", "step 6")) {
            assertThat(namesAt(calls, replayed))
                    .containsExactly("copyToDevice", "launch", "cudaEventRecord", "cudaGraphLaunch");
        }
        assertThat(namesAt(calls, "score")).startsWith("copyToHost", "cudaStreamSynchronize");
        assertThat(namesAt(calls, "state"))
                .containsExactly(
                        "copyToHost",
                        "cudaStreamSynchronize",
                        "copyToHost",
                        "cudaStreamSynchronize",
                        "copyToHost",
                        "cudaStreamSynchronize");
        assertThat(namesAt(calls, "close")).startsWith("cudaStreamSynchronize").contains("cudaGraphExecDestroy");
    }

    @Test
    void all_work_of_a_run_is_on_one_stream_and_from_one_thread() throws Exception {
        List<Call> work =
                run(1, "").stream().filter(call -> !call.stream().equals("0")).toList();

        assertThat(work).extracting(Call::stream).containsOnly(work.get(0).stream());
        assertThat(work).extracting(Call::thread).containsOnly(work.get(0).thread());
    }

    @Test
    void two_runs_capture_one_after_the_other_and_each_on_its_own_stream() throws Exception {
        List<Call> calls = run(2, "");
        List<Call> captures = calls.stream()
                .filter(call -> call.name().matches("cudaStream(Begin|End)Capture"))
                .toList();

        assertThat(calls).extracting(Call::name).doesNotContain("FORBIDDEN");
        assertThat(captures)
                .extracting(Call::name)
                .containsExactly(
                        "cudaStreamBeginCapture",
                        "cudaStreamEndCapture",
                        "cudaStreamBeginCapture",
                        "cudaStreamEndCapture");
        assertThat(captures.get(0).stream()).isNotEqualTo(captures.get(2).stream());
        assertThat(captures.get(0).thread()).isNotEqualTo(captures.get(2).thread());
    }

    @Test
    void a_run_whose_capture_fails_goes_on_without() throws Exception {
        for (String call : List.of("cudaStreamBeginCapture", "cudaStreamEndCapture", "cudaGraphInstantiateWithFlags")) {
            List<Call> calls = run(1, call);

            assertThat(calls).extracting(Call::name).doesNotContain("FORBIDDEN", "cudaGraphLaunch");
            assertThat(namesAt(calls, "step 4")).hasSameSizeAs(namesAt(calls, "step 2"));
            assertThat(Files.readString(folder.resolve("output")))
                    .containsOnlyOnce(
                            "Steps are not captured as CUDA graphs, and take longer for that, since this failed: "
                                    + "CUDA could not");
        }
    }

    /** @param stage between which lines of the run it was called */
    private record Call(String stage, String name, String stream, String thread) {}

    private static List<String> namesAt(List<Call> calls, String stage) {
        return calls.stream()
                .filter(call -> call.stage().equals(stage))
                .map(Call::name)
                .toList();
    }

    private List<Call> run(int runs, String failing) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Files.deleteIfExists(log);
        Path output = folder.resolve("output");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        StandInRun.class.getName(),
                        libraries.toString(),
                        log.toString(),
                        Integer.toString(runs))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        java.environment().merge("PATH", libraries.toString(), (path, first) -> first + File.pathSeparator + path);
        java.environment().put("LD_LIBRARY_PATH", libraries.toString());
        java.environment().put("STAND_IN_LOG", log.toString());
        java.environment().put("STAND_IN_FAILS", failing);
        int status = java.start().waitFor();
        assertThat(status).as(() -> read(output)).isZero();

        List<Call> calls = new ArrayList<>();
        String stage = "";
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            if (line.startsWith("# ")) {
                stage = line.substring(2);
            } else {
                String[] words = line.split(" ");
                calls.add(new Call(stage, words[0], words[1], words[2]));
            }
        }
        return calls;
    }

    private static String read(Path output) {
        try {
            return Files.readAllLines(output).stream().limit(20).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
