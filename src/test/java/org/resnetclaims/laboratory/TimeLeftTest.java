package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;

/** The time that is said to be left of the session of the reference, played again, against what it then takes. */
class TimeLeftTest {

    private static final Map<String, Integer> NONE = Map.of();
    private static final Set<String> NOTHING = Set.of();

    private static DatasetDescription data;
    private static List<ClaimRecord> claims;

    @BeforeAll
    static void read_the_reference() {
        EvidenceStore reference = new EvidenceStore(Path.of("results/reference/quick-cpu"));
        data = reference.readSession().dataset();
        claims = reference.readClaims();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void is_right_within_a_quarter_once_the_program_is_warm_where_a_reference_says_what_claims_need(double slowness) {
        ReplayedSession session = new ReplayedSession(data, claims, slowness, looks(), NOTHING);

        for (int tenth = 1; tenth < 10; tenth++) {
            // After the first, hardly more is measured than runs that were slow since the program had just started.
            double tolerance = tenth == 1 ? 0.35 : 0.25;
            assertThat(session.errorAfter(tenth / 10.0))
                    .as("relative error after %d tenths", tenth)
                    .isBetween(-tolerance, tolerance);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void is_right_without_a_reference_too_and_at_last_within_a_tenth_of_the_session(double slowness) {
        ReplayedSession session = new ReplayedSession(data, claims, slowness, NONE, NOTHING);

        for (int tenth = 1; tenth < 10; tenth++) {
            double gone = tenth / 10.0;
            // Nobody can tell which of the last claims go on to the most seeds, which is much of what is left by then.
            double tolerance = Math.max(0.25, 0.1 / (1 - gone));
            assertThat(session.errorAfter(gone))
                    .as("relative error after %d tenths", tenth)
                    .isBetween(-tolerance, tolerance);
        }
    }

    @Test
    void does_not_count_what_an_earlier_session_has_done() {
        ReplayedSession first = new ReplayedSession(data, claims, 1, NONE, NOTHING);

        ReplayedSession second = new ReplayedSession(data, claims, 1, NONE, first.doneAfter(0.5));
        assertThat(second.errorAfter(0.1)).as("it would be 1 or more").isBetween(-0.5, 0.5);
        assertThat(new ReplayedSession(data, claims, 1, NONE, first.doneAfter(1)).estimates())
                .as("nothing is left to do")
                .containsOnly(OptionalDouble.empty());
    }

    private static Map<String, Integer> looks() {
        Map<String, Integer> looks = new HashMap<>();
        claims.forEach(claim -> claim.judged().ifPresent(judged -> {
            looks.put(claim.id(), judged.decision().looks().size());
            if (judged.control() != null) {
                looks.put(
                        Trial.controlOf(claim.id()),
                        judged.control().decision().looks().size());
            }
        }));
        return looks;
    }
}
