package org.resnetclaims.statistics.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PooledEstimateTest {

    /**
     * SciPy 1.17.1, {@code ttest_ind(equal_var=False)} of all values: -0.76, 95 % interval -1.2802878 to -0.2397122.
     */
    @Test
    void draws_of_unlike_size_count_by_their_runs() {
        PooledEstimate estimate = PooledEstimate.of(List.of(
                new TwoSamples(new double[] {7.1, 6.8, 7.4}, new double[] {7.9, 7.5}),
                new TwoSamples(new double[] {6.9, 7.0}, new double[] {8.0})));
        assertThat(estimate.draws()).isEqualTo(2);
        assertThat(estimate.difference()).isCloseTo(-0.76, within(1e-12));
        assertThat(estimate.interval().lower()).isCloseTo(-1.2802878, within(5e-8));
        assertThat(estimate.interval().upper()).isCloseTo(-0.2397122, within(5e-8));
        assertThat(estimate.interval().level()).isEqualTo(0.95);
    }

    @Test
    void one_run_an_arm_is_no_estimate() {
        assertThatThrownBy(() -> PooledEstimate.of(List.of(new TwoSamples(new double[] {1}, new double[] {2}))))
                .hasMessage("an estimate needs two values of each arm, not 1");
        assertThatThrownBy(() -> new TwoSamples(new double[0], new double[] {2}))
                .hasMessage("0 values cannot be set against 1");
    }
}
