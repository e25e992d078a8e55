package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.statistics.Verdict;

class SummaryTest {

    private static final String LOST = "fig1.lost";
    private static final Changes SINCE_LAST = new Changes(
            "the last session",
            "1 of 3 claims came out otherwise.",
            List.of(new Changes.Line(LOST, "Deeper networks train worse", "REFUTED, was REPRODUCED")));

    @Test
    void what_failed_and_what_changed_come_before_all_that_is_as_it_should_be() {
        ClaimRecord lost = Fixtures.with(
                Fixtures.multiplyAdds(),
                LOST,
                Verdict.REFUTED,
                List.of(),
                Fixtures.multiplyAdds().state());

        String summary = summary(Fixtures.degradation(3), lost);

        assertThat(summary)
                .containsSubsequence(
                        "**Failed:**",
                        "- REFUTED: ",
                        LOST,
                        "**Since the last session:** 1 of 3 claims came out otherwise.",
                        "- Deeper networks train worse: REFUTED, was REPRODUCED",
                        "| verdict |",
                        "| REFUTED |",
                        "| REPRODUCED |");
    }

    @Test
    void nothing_is_said_of_failures_where_there_are_none() {
        assertThat(summary(Fixtures.degradation(3))).doesNotContain("Failed:");
    }

    private static String summary(ClaimRecord... claims) {
        return new String(
                Summary.render(ReportBuilder.build(
                        Fixtures.session(), List.of(claims), List.of(), Map.of(), List.of(SINCE_LAST), null)),
                StandardCharsets.UTF_8);
    }
}
