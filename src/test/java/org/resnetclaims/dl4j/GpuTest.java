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
    void should_read_the_first_gpu() {
        assertThat(Gpu.parse("NVIDIA A100-SXM4-40GB, 8.0\nTesla T4, 7.5\n"))
                .isEqualTo(new Gpu("NVIDIA A100-SXM4-40GB", 8.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.7, 6.0, 7.5, 8.0, 8.6, 8.9})
    void should_accept_what_the_natives_hold_code_for(double capability) {
        assertThatCode(() -> new Gpu("a GPU", capability).requireSupport()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.5, 9.0, 10.0, 12.0})
    void should_refuse_what_they_do_not(double capability) {
        assertThatThrownBy(() -> new Gpu("NVIDIA X", capability).requireSupport())
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("Found NVIDIA X with compute capability " + capability
                        + ", but ND4J's CUDA natives support 3.7 to 8.x; use such a GPU, "
                        + "or run without -Pcuda to train on the CPU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No devices were found", "NVIDIA X, [N/A]"})
    void should_say_that_there_is_no_gpu(String answer) {
        assertThatThrownBy(() -> Gpu.parse(answer))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessageStartingWith("Found no NVIDIA GPU");
    }
}
