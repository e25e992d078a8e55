package org.resnetclaims.claims.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.resnetclaims.statistics.Verdict;

class ConclusionTest {

    @Test
    void gives_a_reason_where_what_was_thrown_has_none() {
        assertThat(after(new AssertionError())).isEqualTo(new Conclusion(Verdict.REFUTED, "java.lang.AssertionError"));
        assertThat(after(new TestAbortedException()))
                .isEqualTo(new Conclusion(Verdict.NOT_TESTED, "org.opentest4j.TestAbortedException"));
    }

    private static Conclusion after(Throwable thrown) {
        return Conclusion.of(Optional.of(thrown), Optional.empty(), List.of());
    }
}
