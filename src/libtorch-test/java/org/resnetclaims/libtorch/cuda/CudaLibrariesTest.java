package org.resnetclaims.libtorch.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.gpu.Gpu;
import org.resnetclaims.training.UnusableBackendException;

class CudaLibrariesTest {

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @BeforeEach
    void fill() throws IOException {
        Files.createFile(second.resolve(CudaLibraries.DRIVER));
        for (String library : CudaLibraries.NEEDED) {
            Files.createFile((library.startsWith("libcudnn") ? second : first).resolve(library));
        }
    }

    @Test
    void libraries_may_lie_in_several_folders() {
        assertThatCode(() -> libraries().require()).doesNotThrowAnyException();
    }

    @Test
    void all_that_are_missing_are_named_in_one_sentence() throws IOException {
        Files.delete(first.resolve("libnccl.so.2"));
        Files.delete(second.resolve("libcudnn_cnn.so.9"));

        assertThatThrownBy(() -> libraries().require())
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("Found no libcudnn_cnn.so.9, no libnccl.so.2, which libtorch needs on a GPU: "
                        + "set -Dcuda.libraries to the folders that have it, as results/gpu.md shows, "
                        + "or take -Plibtorch in place of -Plibtorch-cuda to train on the CPU");
    }

    @Test
    void a_driver_that_cannot_compute_is_told_apart() {
        assertThatThrownBy(() -> new CudaLibraries(List.of(first, second), List.of()).require())
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("Found no libcuda.so.1, the part of the NVIDIA driver that computes: install it, "
                        + "or set NVIDIA_DRIVER_CAPABILITIES=compute,utility for this container, "
                        + "or take -Plibtorch in place of -Plibtorch-cuda to train on the CPU");
    }

    @Test
    void the_folders_of_the_user_come_first() {
        assertThat(CudaLibraries.searching(List.of(first)).find("libcudart.so.13"))
                .hasValue(first.resolve("libcudart.so.13").toString());
    }

    @Test
    void the_linker_s_own_folders_are_searched_too() {
        assertThat(CudaLibraries.searching(List.of()).find("libc.so.6")).isPresent();
    }

    private CudaLibraries libraries() {
        return new CudaLibraries(List.of(first), List.of(second));
    }

    @Test
    void a_gpu_whose_memory_is_taken_is_refused() {
        assertThatThrownBy(() -> GpuNatives.requireMemory(List.of(new Gpu("NVIDIA X", 8.6, 8000, 700))))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("NVIDIA X has 700 MiB of its memory free, but libtorch and one run take 1500 MiB or more: "
                        + "end what else uses it (nvidia-smi lists that), "
                        + "or take -Plibtorch in place of -Plibtorch-cuda to train on the CPU");
    }

    @Test
    void one_gpu_with_memory_is_enough() {
        assertThatCode(() -> GpuNatives.requireMemory(
                        List.of(new Gpu("NVIDIA X", 8.6, 8000, 700), new Gpu("NVIDIA Y", 8.6, 8000, Gpu.UNKNOWN))))
                .doesNotThrowAnyException();
    }
}
