package org.resnetclaims.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.training.UnusableBackendException;

class CudaProfileTest {

    @ParameterizedTest
    @CsvSource({
        "3.5, false, false",
        "3.7, true, false",
        "7.0, true, false",
        "7.2, true, false",
        "7.5, true, true",
        "8.0, true, true",
        "8.9, true, true",
        "9.0, false, true",
        "10.0, false, true",
        "10.3, false, true",
        "11.0, false, false",
        "12.0, false, true",
        "12.1, false, true",
        "13.0, false, false"
    })
    void natives_run_where_they_hold_code(double capability, boolean nd4j, boolean libtorch) {
        assertThat(CudaProfile.ND4J.supports(capability)).isEqualTo(nd4j);
        assertThat(CudaProfile.LIBTORCH.supports(capability)).isEqualTo(libtorch);
    }

    @Test
    void of_several_gpus_those_that_can_are_used() {
        assertThat(CudaProfile.LIBTORCH.gpus(driver(6.1, 8.6, 8.9))).containsExactly(gpu(8.6), gpu(8.9));
    }

    @Test
    void a_gpu_that_is_too_new_for_nd4j_is_sent_to_libtorch() {
        assertThatThrownBy(() -> CudaProfile.ND4J.gpus(driver(9.0)))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage(
                        "Found NVIDIA X with compute capability 9.0, but ND4J's CUDA natives support 3.7 to 8.x; "
                                + "take -Plibtorch-cuda -Dengine=libtorch in place of -Pcuda, or run without -Pcuda to train on the CPU");
    }

    @Test
    void a_gpu_that_is_too_old_for_libtorch_is_sent_to_nd4j() {
        assertThatThrownBy(() -> CudaProfile.LIBTORCH.gpus(driver(7.0)))
                .hasMessage("Found NVIDIA X with compute capability 7.0, but libtorch's CUDA natives support "
                        + "7.5, 8.x, 9.0, 10.x and 12.x; take -Pcuda in place of -Plibtorch-cuda, "
                        + "or take -Plibtorch in place of -Plibtorch-cuda to train on the CPU");
    }

    @Test
    void a_gpu_that_nothing_supports_is_refused() {
        assertThatThrownBy(() -> CudaProfile.LIBTORCH.gpus(driver(11.0)))
                .hasMessageContaining("10.x and 12.x; use such a GPU, or take -Plibtorch in place");
    }

    @Test
    void a_driver_that_is_too_old_is_refused() {
        assertThatThrownBy(
                        () -> CudaProfile.LIBTORCH.gpus(new NvidiaDriver(OptionalDouble.of(12.8), List.of(gpu(9.0)))))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("Found an NVIDIA driver for CUDA 12.8, but libtorch's CUDA natives need one for CUDA 13.0; "
                        + "install a newer one, or take -Plibtorch in place of -Plibtorch-cuda to train on the CPU");
    }

    @ParameterizedTest
    @CsvSource({
        "7.0, -Pcuda",
        "7.5, -Plibtorch-cuda -Dengine=libtorch",
        "8.6, -Plibtorch-cuda -Dengine=libtorch",
        "12.0, -Plibtorch-cuda -Dengine=libtorch"
    })
    void a_gpu_that_lies_idle_is_mentioned_with_the_profile_that_would_use_it(double capability, String option) {
        assertThat(IdleGpu.note(driver(capability)))
                .hasValue("This machine has a GPU that this start does not use, NVIDIA X with compute capability "
                        + capability + ": " + option + " would train on it");
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.0, 11.0})
    void a_gpu_that_nothing_could_use_is_not(double capability) {
        assertThat(IdleGpu.note(driver(capability))).isEmpty();
    }

    private static NvidiaDriver driver(double... capabilities) {
        return new NvidiaDriver(
                OptionalDouble.of(13.0),
                Arrays.stream(capabilities).mapToObj(CudaProfileTest::gpu).toList());
    }

    private static Gpu gpu(double capability) {
        return new Gpu("NVIDIA X", capability, 16000, 12000);
    }
}
