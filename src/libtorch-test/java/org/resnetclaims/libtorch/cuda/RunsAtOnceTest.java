package org.resnetclaims.libtorch.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunsAtOnceTest {

    private static final RunsAtOnce H100 = new RunsAtOnce(132, 80_000);
    private static final RunsAtOnce T4 = new RunsAtOnce(40, 15_000);

    @Test
    void a_large_gpu_has_more_of_them() {
        assertThat(RunsAtOnce.on(List.of(H100), 64)).isEqualTo(8);
        assertThat(RunsAtOnce.on(List.of(T4), 64)).isEqualTo(2);
    }

    @Test
    void several_gpus_add_up() {
        assertThat(RunsAtOnce.on(List.of(H100, H100, T4), 64)).isEqualTo(18);
    }

    @Test
    void none_is_without_memory_or_without_a_core() {
        assertThat(RunsAtOnce.on(List.of(new RunsAtOnce(132, 7_000)), 64)).isEqualTo(2);
        assertThat(RunsAtOnce.on(List.of(H100), 4)).isEqualTo(4);
    }

    @Test
    void every_gpu_has_one() {
        assertThat(RunsAtOnce.on(List.of(new RunsAtOnce(14, 2_000), T4), 1)).isEqualTo(2);
    }
}
