package org.resnetclaims.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NvidiaDriverTest {

    private static final String OVERVIEW =
            "| NVIDIA-SMI 580.65.06     Driver Version: 580.65.06     CUDA Version: 13.0     |";

    @TempDir
    private Path folder;

    @Test
    void every_gpu_is_read() throws NoGpuException {
        assertThat(NvidiaDriver.gpus("NVIDIA A100-SXM4-40GB, 8.0, 40960, 40337\nTesla T4, 7.5, 15360, 200\n"))
                .containsExactly(
                        new Gpu("NVIDIA A100-SXM4-40GB", 8.0, 40960, 40337), new Gpu("Tesla T4", 7.5, 15360, 200));
    }

    @Test
    void memory_that_the_driver_does_not_tell_is_unknown() throws NoGpuException {
        assertThat(NvidiaDriver.gpus("NVIDIA GB10, 12.1, [N/A], [N/A]"))
                .containsExactly(new Gpu("NVIDIA GB10", 12.1, Gpu.UNKNOWN, Gpu.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No devices were found", "NVIDIA X, [N/A], 100, 100"})
    void a_machine_without_a_gpu_is_told_so(String answer) {
        assertThatThrownBy(() -> NvidiaDriver.gpus(answer))
                .isInstanceOf(NoGpuException.class)
                .hasMessageStartingWith("Found no NVIDIA GPU");
    }

    @Test
    void the_newest_cuda_that_a_driver_serves_is_read() {
        assertThat(NvidiaDriver.cuda(OVERVIEW)).hasValue(13.0);
        assertThat(NvidiaDriver.cuda("CUDA Version: N/A")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_driver_is_asked_for_its_version_and_for_the_gpus_that_cuda_shows_to_this_process() throws Exception {
        Path smi = script("if [ $# = 0 ]; then echo '" + OVERVIEW + "'; else echo \"$3, 8.6, 100, 50\"; fi");

        assertThat(NvidiaDriver.find(smi.toString(), Optional.of("1,2")))
                .isEqualTo(new NvidiaDriver(OptionalDouble.of(13.0), List.of(new Gpu("--id=1,2", 8.6, 100, 50))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_driver_that_fails_is_quoted() throws Exception {
        Path smi = script("echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18");

        assertThatThrownBy(() -> NvidiaDriver.find(smi.toString(), Optional.empty()))
                .isInstanceOf(NoGpuException.class)
                .hasMessage(
                        "Found no working NVIDIA driver (nvidia-smi says: 'Failed to initialize NVML: Driver/library version mismatch')");
    }

    @Test
    void a_machine_without_a_driver_is_told_so() {
        assertThatThrownBy(() -> NvidiaDriver.find(folder.resolve("nvidia-smi").toString(), Optional.empty()))
                .isInstanceOf(NoGpuException.class)
                .hasMessage("Found no NVIDIA driver (there is no nvidia-smi)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1"})
    void a_process_that_is_shown_no_gpu_is_told_so(String visible) {
        assertThatThrownBy(() -> NvidiaDriver.find("nvidia-smi", Optional.of(visible)))
                .isInstanceOf(NoGpuException.class)
                .hasMessage("Found CUDA_VISIBLE_DEVICES=" + visible + ", which hides all GPUs");
    }

    private Path script(String lines) throws IOException {
        Path script = Files.createFile(
                folder.resolve("nvidia-smi"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
    }
}
