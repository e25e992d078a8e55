package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;

class HeavyBallTest {

    @Test
    void should_take_the_steps_that_a_hand_computes() {
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
    void should_leave_the_gradient_as_it_was() {
        INDArray gradient = Nd4j.createFromArray(3f, 4f);
        new HeavyBall(0.9, Nd4j.createFromArray(1f, 1f), Nd4j.createFromArray(0f, 0f)).step(gradient, 1, 0.1);
        assertThat(gradient.toDoubleVector()).containsExactly(3, 4);
    }

    @Test
    void should_decay_the_weights_and_nothing_else() {
        Network network = CifarNetworks.residual(8).build(new Shape(1, 8, 8), 4, 10);
        ComputationGraph graph = GraphFactory.create(network, Kernels.ONEDNN);
        INDArray decay = WeightDecay.of(graph, 1e-4);
        Cost cost = network.cost();
        assertThat(Arrays.stream(decay.toDoubleVector()).filter(rate -> rate > 0))
                .hasSize(Math.toIntExact(cost.weights()));
        // The flat array starts with the kernel of the stem, whose scale comes next.
        assertThat(decay.getDouble(35)).isCloseTo(1e-4, within(1e-9));
        assertThat(decay.getDouble(36)).isZero();
    }
}
