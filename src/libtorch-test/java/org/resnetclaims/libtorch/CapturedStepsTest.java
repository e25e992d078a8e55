package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.ModelState;

/** Steps that are replayed from a graph come to what they come to one by one. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#areOnGpu")
class CapturedStepsTest {

    private static final int STEPS = 50;

    @Test
    void captured_steps_come_to_the_bits_of_eager_ones() {
        GpuTraining training = new GpuTraining(
                new GpuBackend(EngineSettings.DEFAULT),
                CifarNetworks.residual(20, Shortcut.A).build(new Shape(3, 32, 32), 16, 10),
                128);

        // Where a capture fails, steps are taken one by one, and would agree with themselves.
        assertThat(training.captures()).isTrue();
        ModelState eager = training.after(STEPS, true);

        assertThat(training.difference(training.after(STEPS, false), eager)).isZero();
    }
}
