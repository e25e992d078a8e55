package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.training.UnusableBackendException;

class GpuTest {

    @Test
    void the_first_gpu_is_read() {
        assertThat(Gpu.parse("NVIDIA A100-SXM4-40GB, 8.0\nTesla T4, 7.5\n"))
                .isEqualTo(new Gpu("NVIDIA A100-SXM4-40GB", 8.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.7, 6.0, 7.5, 8.0, 8.6, 8.9})
    void what_the_natives_hold_code_for_is_accepted(double capability) {
        assertThatCode(() -> new Gpu("a GPU", capability).requireSupport()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.5, 9.0, 10.0, 12.0})
    void what_they_hold_no_code_for_is_refused(double capability) {
        assertThatThrownBy(() -> new Gpu("NVIDIA X", capability).requireSupport())
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("Found NVIDIA X with compute capability " + capability
                        + ", but ND4J's CUDA natives support 3.7 to 8.x; use such a GPU, "
                        + "or run without -Pcuda to train on the CPU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No devices were found", "NVIDIA X, [N/A]"})
    void a_machine_without_a_gpu_is_told_so(String answer) {
        assertThatThrownBy(() -> Gpu.parse(answer))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessageStartingWith("Found no NVIDIA GPU");
    }
}
