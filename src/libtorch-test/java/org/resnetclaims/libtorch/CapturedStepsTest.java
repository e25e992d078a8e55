package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.ModelState;

/** Steps that are replayed from a graph come to what they come to one by one. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#areOnGpu")
class CapturedStepsTest {

    private static final int STEPS = 50;

    static List<Architecture> networks() {
        return List.of(
                CifarNetworks.residual(20),
                CifarNetworks.residual(20).withDropout(0.3).withStochasticDepth(0.5));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void captured_steps_come_to_the_bits_of_eager_ones(Architecture architecture) {
        GpuTraining training = new GpuTraining(
                new GpuBackend(EngineSettings.DEFAULT), architecture.build(new Shape(3, 32, 32), 16, 10), 128);

        // Where a capture fails, steps are taken one by one, and would agree with themselves.
        assertThat(training.captures()).isTrue();
        ModelState eager = training.after(STEPS, true);

        assertThat(training.difference(training.after(STEPS, false), eager)).isZero();
    }
}
