package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.HistoryEntry;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.statistics.Verdict;

class EarlierTest {

    private static final Instant LAST_NIGHT = Instant.parse("2026-11-20T07:30:00Z");

    @TempDir
    Path folder;

    @Test
    void says_what_came_out_otherwise_than_in_the_last_session() {
        Earlier earlier = new Earlier(
                Optional.empty(), List.of(entry(LAST_NIGHT, Verdict.REPRODUCED, Fixtures.withDivergedRun())));

        assertThat(earlier.changes(Fixtures.session(), List.of(Fixtures.withDivergedRun(), Fixtures.costs())))
                .singleElement()
                .satisfies(changes -> {
                    assertThat(changes.since()).isEqualTo("the last session (2026-11-20, on draw 0 of the seeds)");
                    assertThat(changes.inWords()).isEqualTo("1 of 1 claims came out otherwise.");
                    assertThat(changes.lines())
                            .extracting(Changes.Line::words)
                            .containsExactly("INCONCLUSIVE, was REPRODUCED");
                });
    }

    @Test
    void looks_at_no_session_that_came_after() {
        Earlier earlier = new Earlier(
                Optional.empty(),
                List.of(entry(Fixtures.session().started().plusSeconds(1), Verdict.REFUTED, Fixtures.degradation(3))));

        assertThat(earlier.changes(Fixtures.session(), List.of(Fixtures.degradation(3))))
                .isEmpty();
        assertThat(earlier.past(Fixtures.session())).isEmpty();
    }

    @Test
    void compares_with_the_reference_of_the_same_scale_and_back_end() {
        EvidenceStore reference = new EvidenceStore(folder.resolve("quick-cpu"));
        reference.writeSession(at(LAST_NIGHT));
        reference.write(Fixtures.costs());

        assertThat(new Earlier(Optional.of(folder), List.of())
                        .changes(Fixtures.session(), List.of(Fixtures.costs(), Fixtures.notTested("ImageNet"))))
                .singleElement()
                .satisfies(changes -> {
                    assertThat(changes.since()).isEqualTo("the committed reference (2026-11-20)");
                    assertThat(changes.inWords()).isEqualTo("none of the 1 claims came out otherwise, 1 is new.");
                });
    }

    @Test
    void says_that_a_reference_cannot_be_read() throws IOException {
        Files.createDirectories(folder.resolve("quick-cpu"));
        Files.writeString(folder.resolve("quick-cpu/session.json"), "{}");

        assertThat(new Earlier(Optional.of(folder), List.of()).changes(Fixtures.session(), List.of(Fixtures.costs())))
                .singleElement()
                .satisfies(changes -> assertThat(changes.inWords()).contains("is damaged"));
    }

    @Test
    void shows_a_claim_over_time() {
        Earlier earlier = new Earlier(
                Optional.empty(),
                List.of(
                        entry(LAST_NIGHT, Verdict.REPRODUCED, Fixtures.degradation(3)),
                        entry(Fixtures.session().started(), Verdict.REPRODUCED, Fixtures.degradation(3))));

        assertThat(earlier.past(Fixtures.session()).get("fig1.plain-56-trains-worse-than-plain-20"))
                .extracting(Past::date, Past::verdict, Past::estimate)
                .containsExactly(
                        tuple("2026-11-20", "REPRODUCED", "+32.80"), tuple("2026-11-21", "REPRODUCED", "+32.80"));
    }

    @Test
    void sets_two_sessions_side_by_side() {
        EvidenceStore before = new EvidenceStore(folder.resolve("a"));
        before.writeSession(at(LAST_NIGHT));
        before.write(Fixtures.degradation(3));
        before.write(Fixtures.multiplyAdds());
        EvidenceStore after = new EvidenceStore(folder.resolve("b"));
        after.writeSession(Fixtures.session());
        after.write(Fixtures.degradation(4));
        after.write(Fixtures.notTested("ImageNet"));

        assertThat(Compare.compare(before, after).lines())
                .contains(
                        "Since A, none of the 1 claims came out otherwise, 1 is new, 1 is not in this session.",
                        "|  | fig1.plain-56-trains-worse-than-plain-20 | REPRODUCED | REPRODUCED | +32.80 points, 3 seeds | +32.80 points, 4 seeds |",
                        "| **!** | table1.multiply-adds | REFUTED | gone |  |  |",
                        "| **!** | table5.ensemble-of-six | gone | NOT_TESTED |  |  |");
        assertThatThrownBy(() -> Compare.compare(before, new EvidenceStore(folder.resolve("c"))))
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith("There are no results in");
    }

    private static HistoryEntry entry(Instant started, Verdict verdict, ClaimRecord claim) {
        HistoryEntry entry = HistoryEntry.of(at(started), List.of(claim));
        return new HistoryEntry(
                entry.started(),
                entry.scale(),
                entry.dataset(),
                entry.engine(),
                entry.gitCommit(),
                entry.seeds(),
                entry.claims().stream()
                        .map(result -> new HistoryEntry.Result(
                                result.id(), result.experiment(), verdict, result.values(), result.trainingSeconds()))
                        .toList());
    }

    private static SessionRecord at(Instant started) {
        SessionRecord session = Fixtures.session();
        return new SessionRecord(
                session.scale(),
                session.dataset(),
                session.engine(),
                session.environment(),
                started,
                session.wallSeconds(),
                session.busySeconds(),
                session.parallelRuns(),
                session.seeds(),
                session.costly(),
                session.claims(),
                session.controls(),
                session.standings(),
                session.reusedRuns());
    }
}
