package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.dl4j.kernels.Kernels;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;

class HeavyBallTest {

    @Test
    void it_takes_the_steps_that_a_hand_computes() {
        INDArray parameters = Nd4j.createFromArray(1f, -2f);
        INDArray decay = Nd4j.createFromArray(0.1f, 0f);
        HeavyBall heavyBall = new HeavyBall(0.9, parameters, decay);

        // v = 0.5 * (g + decay * w): 0.5 * (0.4 + 0.1) and 0.5 * -1
        heavyBall.step(Nd4j.createFromArray(0.8f, -2f), 2, 0.5);
        assertThat(parameters.toDoubleVector()).containsExactly(new double[] {0.75, -1.5}, within(1e-6));

        // v = 0.9 * 0.25 + 0.05 * (0.2 + 0.075) and 0.9 * -0.5 + 0.05 * 2, at a tenth of the learning rate
        heavyBall.step(Nd4j.createFromArray(0.4f, 4f), 2, 0.05);
        assertThat(parameters.toDoubleVector())
                .containsExactly(new double[] {0.75 - 0.23875, -1.5 + 0.35}, within(1e-6));
    }

    @Test
    void it_leaves_the_gradient_as_it_was() {
        INDArray gradient = Nd4j.createFromArray(3f, 4f);
        new HeavyBall(0.9, Nd4j.createFromArray(1f, 1f), Nd4j.createFromArray(0f, 0f)).step(gradient, 1, 0.1);
        assertThat(gradient.toDoubleVector()).containsExactly(3, 4);
    }

    /** Projections lie in another order than they are listed in. */
    @ParameterizedTest
    @EnumSource
    void weights_decay_and_nothing_else(Shortcut shortcut) {
        Network network = CifarNetworks.residual(8, shortcut).build(new Shape(1, 8, 8), 4, 10);
        ComputationGraph graph = Graphs.drawn(network, Kernels.ONEDNN, 1);
        INDArray decay = graph.params().like();
        new ParameterViews(network, Kernels.ONEDNN, graph, decay).fillWeights(1e-4);

        assertThat(Arrays.stream(decay.toDoubleVector()).filter(rate -> rate > 0))
                .hasSize(Math.toIntExact(network.cost().weights()));
        // Drawn weights are neither 0 nor 1, and everything else is.
        double[] rates = decay.toDoubleVector();
        double[] drawn = graph.params().toDoubleVector();
        for (int i = 0; i < rates.length; i++) {
            assertThat(rates[i] > 0).isEqualTo(drawn[i] != 0 && drawn[i] != 1);
        }
    }
}
