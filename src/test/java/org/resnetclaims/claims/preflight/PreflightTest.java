package org.resnetclaims.claims.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.claims.session.SimulatedWorkplace;
import org.resnetclaims.claims.session.Workplace;

class PreflightTest {

    private static final long PLENTY = 1 << 20;

    @TempDir
    private Path folder;

    private Path earlier;

    @BeforeEach
    void leave_earlier_results() throws IOException {
        earlier = folder.resolve("results/report.json");
        Files.createDirectories(earlier.getParent());
        Files.writeString(earlier, "{}");
    }

    @Test
    void earlier_results_stay() {
        Preflight.check(workplace(earlier.getParent(), 2), PLENTY, disk -> PLENTY);

        assertThat(earlier).exists();
    }

    @Test
    void the_results_folder_is_made() {
        Path results = folder.resolve("deep/down");

        Preflight.check(workplace(results, 2), PLENTY, disk -> PLENTY);

        assertThat(results).isDirectory();
    }

    @Test
    void results_that_cannot_be_written_are_refused() {
        Path results = earlier.resolve("below-a-file");

        assertThatThrownBy(() -> Preflight.check(workplace(results, 2), PLENTY, disk -> PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("The folder " + results + " cannot be written")
                .hasMessageEndingWith("set -Dresults.dir to another");
    }

    @Test
    void an_archive_that_cannot_be_written_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("archive"), "no folder");

        assertThatThrownBy(() -> Preflight.check(workplace(folder.resolve("results"), 2), PLENTY, disk -> PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("The folder %s cannot be written (FileAlreadyExistsException): set -Darchive.dir to another"
                        .formatted(file));
    }

    @Test
    void a_disk_that_is_nearly_full_is_refused() {
        Workplace workplace = workplace(earlier.getParent(), 2);
        assertThatThrownBy(() -> Preflight.check(
                        workplace,
                        PLENTY,
                        disk -> disk.equals(workplace.settings().archive()) ? 3 : PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "The disk of %s has 3 MiB left, but a session may need 300 MiB there: free some, or set -Darchive.dir to a folder on another disk, or -Darchive.limit to less"
                                .formatted(workplace.settings().archive()));
        assertThat(earlier).exists();
    }

    @Test
    void the_archive_needs_room_for_the_networks_that_it_may_still_keep() throws IOException {
        Workplace workplace = workplace(earlier.getParent(), 2);
        Path archive = workplace.settings().archive();
        assertThatThrownBy(() -> Preflight.check(workplace, PLENTY, disk -> disk.equals(archive) ? 299 : PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("may need 300 MiB");

        Files.createDirectories(archive);
        Files.write(archive.resolve("a.parameters"), new byte[1 << 20]);

        Preflight.check(workplace, PLENTY, disk -> disk.equals(archive) ? 299 : PLENTY);
    }

    @Test
    void more_parallel_runs_than_memory_holds_are_refused() {
        assertThatThrownBy(() -> Preflight.check(workplace(earlier.getParent(), 100), 3_000, disk -> PLENTY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageMatching(
                        "Scale quick with 100 parallel runs needs about \\d+ MiB of memory, but this machine has 3000 MiB: .*");
        assertThat(earlier).exists();
    }

    @Test
    void a_bad_setting_ends_it_with_one_sentence_and_status_1() throws Exception {
        refuses("-Dscale=huge", "There is no scale \"huge\": set -Dscale to one of quick, standard, paper");
    }

    @Test
    void missing_data_end_it_with_one_sentence_and_status_1() throws Exception {
        refuses(
                "-Ddataset.dir=nowhere",
                "The folder " + Path.of("nowhere").toAbsolutePath()
                        + " of data set fashion-mnist does not exist: fetch it with \"make datasets\" or name the right one with -Ddataset.dir=");
    }

    @Test
    void a_misspelt_setting_ends_it_with_one_sentence_and_status_1() throws Exception {
        refuses("-Dparallelruns=1", "There is no setting -Dparallelruns: the nearest is -DparallelRuns");
    }

    private void refuses(String setting, String sentence) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Dresults.dir=" + earlier.getParent(),
                setting,
                Preflight.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A JVM that takes options from there says so in a line of its own.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.lines()).containsExactly(sentence);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(earlier).exists();
    }

    private Workplace workplace(Path results, int parallelRuns) {
        return SimulatedWorkplace.in(folder, results, parallelRuns);
    }
}
