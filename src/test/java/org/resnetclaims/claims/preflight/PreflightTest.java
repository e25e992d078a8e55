package org.resnetclaims.claims.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.SimulatedTrainer;

class PreflightTest {

    private static final long PLENTY = 1 << 20;

    @TempDir
    private Path folder;

    private Path earlier;

    @BeforeEach
    void leaveEarlierResults() throws IOException {
        earlier = folder.resolve("results/report.json");
        Files.createDirectories(earlier.getParent());
        Files.writeString(earlier, "{}");
    }

    @Test
    void leaves_earlier_results_until_a_session_opens() {
        Workplace workplace = workplace(earlier.getParent(), 2);

        Preflight.check(workplace, PLENTY, disk -> PLENTY);
        assertThat(earlier).exists();

        workplace.open().close();
        assertThat(earlier).doesNotExist();
    }

    @Test
    void makes_the_results_folder() {
        Path results = folder.resolve("deep/down");

        Preflight.check(workplace(results, 2), PLENTY, disk -> PLENTY);

        assertThat(results).isDirectory();
    }

    @Test
    void refuses_results_where_none_can_be_written() {
        Path results = earlier.resolve("below-a-file");

        assertThatThrownBy(() -> Preflight.check(workplace(results, 2), PLENTY, disk -> PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("The results folder " + results + " cannot be written")
                .hasMessageEndingWith("set -Dresults.dir to another");
    }

    @Test
    void refuses_results_that_another_session_is_writing() {
        Session session = workplace(earlier.getParent(), 2).open();

        Workplace other = workplace(earlier.getParent(), 2);
        assertThat(other.evidence().isFree()).isFalse();
        assertThatThrownBy(other::open)
                .isInstanceOf(EvidenceException.class)
                .hasMessage(
                        "Another session is at work in %s: wait for its end, or set -Dresults.dir to another folder."
                                .formatted(earlier.getParent()));

        session.close();
        assertThat(other.evidence().isFree()).isTrue();
        other.open().close();
    }

    @Test
    void refuses_a_disk_that_is_nearly_full() {
        Workplace workplace = workplace(earlier.getParent(), 2);
        assertThatThrownBy(() -> Preflight.check(
                        workplace,
                        PLENTY,
                        disk -> disk.equals(workplace.settings().archive()) ? 3 : PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "The disk of %s has 3 MiB left, but a session may need 260 MiB there: free some, or set -Darchive.dir to a folder on another disk"
                                .formatted(workplace.settings().archive()));
        assertThat(earlier).exists();
    }

    @Test
    void refuses_more_parallel_runs_than_memory_holds() {
        assertThatThrownBy(() -> Preflight.check(workplace(earlier.getParent(), 100), 3_000, disk -> PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageMatching(
                        "Scale quick with 100 parallel runs needs about \\d+ MiB of memory, but this machine has 3000 MiB: .*");
        assertThat(earlier).exists();
    }

    @Test
    void ends_with_one_sentence_and_status_1_on_a_bad_setting() throws Exception {
        refuses("-Dscale=huge", "There is no scale \"huge\": set -Dscale to one of quick, standard, paper");
    }

    @Test
    void ends_with_one_sentence_and_status_1_on_missing_data() throws Exception {
        refuses(
                "-Ddataset.dir=nowhere",
                "The folder nowhere of data set fashion-mnist does not exist: fetch it with \"make datasets\" or name the right one with -Ddataset.dir=");
    }

    private void refuses(String setting, String sentence) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Dresults.dir=" + earlier.getParent(),
                setting,
                Preflight.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.lines()).containsExactly(sentence);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(earlier).exists();
    }

    private Workplace workplace(Path results, int parallelRuns) {
        DatasetDescription description =
                new DatasetDescription("simulated", new Shape(1, 14, 14), 10, 100, 100, "none");
        SimulatedTrainer trainer = new SimulatedTrainer(run -> 10);
        return new Workplace(
                new Settings(
                        Scale.QUICK,
                        "simulated",
                        Optional.empty(),
                        results,
                        folder.resolve("archive"),
                        false,
                        OptionalInt.of(parallelRuns),
                        new Seeds(0),
                        folder.resolve("history.jsonl"),
                        false),
                new Dataset(description, null, null),
                trainer,
                trainer.engine());
    }
}
