package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Specimen;

class StandingTest {

    private static final ClaimRecord GUARDED = Fixtures.again(Fixtures.degradation(3), "fig1.guarded", "session.null");

    @Test
    void a_claim_whose_controls_held_stands_as_its_verdict() {
        Standing standing = Standing.of(GUARDED, List.of(control(true)));

        assertThat(standing).isEqualTo(new Standing(Status.REPRODUCED, List.of()));
        assertThat(GUARDED.standing()).isEqualTo(standing);
    }

    @Test
    void a_claim_whose_own_control_is_reproduced_is_untrustworthy_as_soon_as_it_ends() {
        ClaimRecord claim = Fixtures.withControl(Fixtures.degradation(3), Fixtures.control(Verdict.REPRODUCED));

        assertThat(claim.standing().status()).isEqualTo(Status.UNTRUSTWORTHY);
        assertThat(claim.standing().doubts())
                .containsExactly(
                        "The negative control came out REPRODUCED as well, so that no verdict on the claim stands.");
    }

    @Test
    void a_control_of_the_session_that_failed_spoils_every_claim_that_it_guards_and_no_other() {
        assertThat(Standing.of(GUARDED, List.of(control(false))).doubts())
                .containsExactly(
                        "The session's control session.null did not hold, so that no verdict on the claim stands.");
        assertThat(Standing.of(Fixtures.costs(), List.of(control(false))).status())
                .isEqualTo(Status.REPRODUCED);
        assertThat(Standing.of(Fixtures.notTested("why"), List.of(control(false)))
                        .status())
                .isEqualTo(Status.NOT_TESTED);
    }

    @Test
    void a_control_of_the_session_that_failed_spoils_an_undecided_claim_that_needs_training() {
        assertThat(Standing.of(undecided(Kind.EXAMINED, Specimen.Stage.TRAINED), List.of(control(false)))
                        .status())
                .isEqualTo(Status.UNTRUSTWORTHY);
        assertThat(Standing.of(undecided(Kind.INITIAL, Specimen.Stage.INITIAL), List.of(control(false)))
                        .status())
                .isEqualTo(Status.INCONCLUSIVE);
    }

    @Test
    void a_guard_that_was_not_decided_leaves_a_claim_in_doubt() {
        for (List<SessionControl> controls : List.of(List.<SessionControl>of(), List.of(control(null)))) {
            assertThat(Standing.of(GUARDED, controls).doubts())
                    .containsExactly(
                            "The session's control session.null was not decided, so that no verdict on the claim stands yet: run the claims again.");
        }
    }

    @Test
    void a_standing_contradicts_neither_itself_nor_its_record() {
        assertThatThrownBy(() -> new Standing(Status.UNTRUSTWORTHY, List.of()))
                .hasMessage("a claim is untrustworthy without a reason, or trustworthy in spite of one");
        ClaimRecord claim = Fixtures.costs();
        assertThatThrownBy(() -> new ClaimRecord(
                        claim.session(),
                        claim.id(),
                        claim.place(),
                        claim.test(),
                        claim.source(),
                        claim.statement(),
                        claim.kind(),
                        Verdict.REPRODUCED,
                        claim.reason(),
                        new Standing(Status.REFUTED, List.of()),
                        null,
                        claim.quantities(),
                        claim.state(),
                        0))
                .hasMessage("its standing is not that of its verdict and its control");
    }

    private static ClaimRecord undecided(Kind kind, Specimen.Stage stage) {
        ObservableRecord observable = new ObservableRecord(
                "slope",
                "",
                Direction.NEITHER_IS_BETTER,
                new Source.Examined(stage, "GradientNorms[split=TRAINING]", "slope of log norm"));
        return ClaimRecord.of(
                Fixtures.SESSION,
                "section4.slope",
                "section4",
                "figure1.Claims.holds",
                "Section 4.1",
                "Gradients grow with depth",
                kind,
                Verdict.INCONCLUSIVE,
                "The slope of plain-56 with seed 1000 is NaN.",
                null,
                List.of(),
                new ClaimState.Undecided(observable, "The slope is higher.", List.of()),
                0);
    }

    private static SessionControl control(Boolean held) {
        return new SessionControl("session.null", "Pools all null contrasts", held, "z = 0.3", null);
    }
}
