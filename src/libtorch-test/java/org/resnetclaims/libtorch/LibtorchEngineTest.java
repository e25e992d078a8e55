package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibtorchEngineTest {

    @Test
    void it_names_what_decides_the_bits_of_an_outcome() {
        assertThat(new LibtorchEngine().description().binary()).contains("MKL-DNN");
    }
}
