package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineContract;
import org.resnetclaims.training.EngineDescription;

@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class LibtorchEngineTest extends EngineContract {

    @Override
    protected Engine engine() {
        return new LibtorchEngine();
    }

    @Override
    protected Network network(Shape input, int classes) {
        return CifarNetworks.residual(8, Shortcut.B).build(input, 4, classes);
    }

    @Test
    void it_names_what_decides_the_bits_of_an_outcome() {
        EngineDescription engine = engine().description();
        assertThat(engine.name()).isEqualTo("libtorch");
        assertThat(engine.version()).isEqualTo("2.10.0");
        if (TorchNatives.areOnGpu()) {
            assertThat(engine.backend()).isEqualTo("cuda");
            assertThat(engine.binary())
                    .matches("libtorch_cuda 2[-.0-9]+, CUDA 13[.0-9]+, cuDNN 9[.0-9]+ on .+, full precision");
        } else {
            assertThat(engine.backend()).isEqualTo("cpu");
            assertThat(engine.binary()).matches("libtorch_cpu 2[-.0-9]+, oneDNN 3[.0-9]+ on \\S+, OpenBLAS 0[-.0-9]+");
        }
    }
}
