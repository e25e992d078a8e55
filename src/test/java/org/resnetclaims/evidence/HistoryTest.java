package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.statistics.Verdict;

class HistoryTest {

    @TempDir
    private Path folder;

    @Test
    void sessions_on_other_seeds_are_replications_and_add_up() {
        History history = history();
        history.add(Fixtures.session(0), List.of(Fixtures.degradation(3)));
        history.add(Fixtures.session(7), List.of(Fixtures.degradation(5)));

        Replications replications = replications(history);

        assertThat(replications.draws()).containsExactly(entry(0L, Verdict.REPRODUCED), entry(7L, Verdict.REPRODUCED));
        assertThat(replications.pooled().draws()).isEqualTo(2);
        assertThat(replications.pooled().difference())
                .isCloseTo(Fixtures.judged(Fixtures.degradation(3)).decision().difference(), within(1e-9));
    }

    @Test
    void a_session_on_the_same_seeds_adds_nothing() {
        History history = history();
        history.add(Fixtures.session(0), List.of(Fixtures.degradation(3)));
        Replications once = replications(history);
        history.add(Fixtures.session(0), List.of(Fixtures.degradation(3)));

        assertThat(replications(history)).isEqualTo(once);
    }

    @Test
    void another_recipe_is_another_experiment() {
        ClaimState.Judged claim = Fixtures.judged(Fixtures.degradation(3));

        assertThat(HistoryEntry.experiment(Fixtures.session(), claim))
                .isEqualTo(HistoryEntry.experiment(Fixtures.session(9), Fixtures.judged(Fixtures.degradation(5))))
                .isNotEqualTo(HistoryEntry.experiment(Fixtures.session(), Fixtures.judged(Fixtures.withDivergedRun())));
    }

    @Test
    void a_line_of_before_times_were_kept_still_counts() throws IOException {
        History history = history();
        history.add(Fixtures.session(0), List.of(Fixtures.degradation(3)));
        Path file = folder.resolve("history.jsonl");
        String line = Files.readString(file);
        assertThat(line).contains(",\"trainingSeconds\":");
        Files.writeString(file, line.replaceAll(",\"trainingSeconds\":[0-9.E]+", ""));

        assertThat(replications(history).draws()).containsOnlyKeys(0L);
        assertThat(history.entries().get(0).claims().get(0).trainingSeconds()).isNull();
    }

    @Test
    void a_line_that_was_cut_off_takes_no_other_with_it() throws IOException {
        History history = history();
        history.add(Fixtures.session(0), List.of(Fixtures.degradation(3)));
        Files.writeString(folder.resolve("history.jsonl"), "{\"started\": \"2026-", StandardOpenOption.APPEND);
        history.add(Fixtures.session(7), List.of(Fixtures.degradation(3)));

        assertThat(replications(history).draws()).containsOnlyKeys(0L, 7L);
        assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(3);
    }

    @Test
    void without_a_file_there_are_no_replications() {
        assertThat(history().replications(Fixtures.session(), List.of(Fixtures.degradation(3))))
                .isEmpty();
    }

    private static Replications replications(History history) {
        return history.replications(Fixtures.session(0), List.of(Fixtures.degradation(3)))
                .get(0);
    }

    private History history() {
        return new History(folder.resolve("history.jsonl"));
    }
}
