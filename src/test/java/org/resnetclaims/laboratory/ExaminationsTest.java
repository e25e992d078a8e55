package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.ImageSize;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;

/** What the laboratory does to examine networks, and what of that it does not do twice. */
@Timeout(30)
class ExaminationsTest {

    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final Examination SIZE = new Size("first");

    @TempDir
    private Path folder;

    private final SimulatedExecutor executor = new SimulatedExecutor(run -> 10);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true);

    @Test
    void an_archived_network_is_examined_without_training_anything() {
        try (Laboratory laboratory = laboratory()) {
            laboratory.submit(run(1)).join();
        }
        SimulatedExecutor next = new SimulatedExecutor(run -> 10);
        try (Laboratory laboratory = laboratory(next, archive(next, NO_LIMIT), 1)) {
            Findings findings = laboratory.examine(trained(1), SIZE).join();

            assertThat(findings.number("networks")).isEqualTo(1);
        }
        assertThat(next.trained()).isEmpty();
        assertThat(next.examined()).singleElement().satisfies(subjects -> assertThat(
                        subjects.get(0).parameters())
                .isEqualTo(SimulatedExecutor.parameters(run(1))));
        assertThat(printed.toString())
                .contains("0 runs done, 1 examination done")
                .contains("Reused from %s: plain-8 seeds 1.".formatted(folder));
    }

    @Test
    void networks_that_are_not_there_are_trained_first_while_no_worker_waits() {
        try (Laboratory laboratory = laboratory()) {
            CompletableFuture<Findings> both =
                    laboratory.examine(List.of(trained(1).get(0), trained(2).get(0), initial(3)), SIZE);

            assertThat(both.join().number("networks")).isEqualTo(3);
            assertThat(executor.trained()).extracting(Run::seed).containsExactly(1L, 2L);

            laboratory.submit(run(1)).join();
            assertThat(laboratory.reusedRuns()).isEmpty();
        }
        assertThat(executor.trained()).hasSize(2);
        assertThat(printed.toString())
                .contains("2 runs done, 1 examination done")
                .doesNotContain("Reused");
    }

    @Test
    void a_run_that_is_examined_before_it_is_asked_for_is_trained_once() {
        // Without room for its network, so that only the training itself can serve both.
        try (Laboratory laboratory = laboratory(executor, archive(executor, 0), 1)) {
            CompletableFuture<Findings> findings = laboratory.examine(trained(1), SIZE);
            CompletableFuture<RunOutcome> outcome = laboratory.submit(run(1));
            CompletableFuture.allOf(findings, outcome).join();
        }
        assertThat(executor.trained()).hasSize(1);
    }

    @Test
    void a_run_that_is_examined_while_it_trains_is_trained_once() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SimulatedExecutor slow = new SimulatedExecutor(run -> {
            busy.countDown();
            await(release);
            return 10;
        });
        try (Laboratory laboratory = laboratory(slow, archive(slow, NO_LIMIT), 2)) {
            CompletableFuture<RunOutcome> outcome = laboratory.submit(run(1));
            busy.await();
            CompletableFuture<Findings> findings = laboratory.examine(trained(1), SIZE);
            release.countDown();
            CompletableFuture.allOf(findings, outcome).join();
        }
        assertThat(slow.trained()).hasSize(1);
    }

    @Test
    void a_freshly_drawn_network_needs_no_training() {
        try (Laboratory laboratory = laboratory()) {
            laboratory.examine(List.of(initial(1)), SIZE).join();
        }
        assertThat(executor.trained()).isEmpty();
        assertThat(executor.examined().get(0).get(0).parameters())
                .isEqualTo(InitialState.draw(run(1).network(), 1).parameters());
    }

    @Test
    void the_same_examination_is_made_once_in_this_process_and_the_next() {
        Findings first;
        try (Laboratory laboratory = laboratory()) {
            first = laboratory.examine(trained(1), SIZE).join();

            assertThat(laboratory.examine(trained(1), new Size("first")).join()).isSameAs(first);
        }
        try (Laboratory laboratory = laboratory()) {
            assertThat(laboratory.examine(trained(1), SIZE).join()).isEqualTo(first);
        }
        assertThat(executor.examined()).hasSize(1);
        assertThat(printed.toString()).contains("Reused from %s: 1 examination.".formatted(folder));
    }

    @Test
    void another_examination_network_stage_or_order_is_examined_anew() {
        try (Laboratory laboratory = laboratory()) {
            laboratory.examine(trained(1), SIZE).join();
            laboratory.examine(trained(1), new Size("second")).join();
            laboratory.examine(trained(1), new OtherSize("first")).join();
            laboratory.examine(trained(2), SIZE).join();
            laboratory.examine(List.of(initial(1)), SIZE).join();
            laboratory.examine(trained(1, 2), SIZE).join();
            laboratory.examine(trained(2, 1), SIZE).join();
        }
        assertThat(executor.examined()).hasSize(7);
        assertThat(executor.trained()).hasSize(2);
    }

    @Test
    void findings_come_back_to_the_bit_whatever_they_are() {
        Findings odd = new Findings(
                List.of("a", "b"), Map.of("x", List.of(Double.NaN, -0.0), "y", List.of(Double.POSITIVE_INFINITY, 0.1)));
        executor.find(odd);
        try (Laboratory laboratory = laboratory()) {
            laboratory.examine(trained(1), SIZE).join();
        }
        try (Laboratory laboratory = laboratory()) {
            assertThat(laboratory.examine(trained(1), SIZE).join()).isEqualTo(odd);
        }
        assertThat(executor.examined()).hasSize(1);
    }

    @Test
    void damaged_findings_are_reported_set_aside_and_found_again() throws IOException {
        examined(1);
        Path file = files(".findings").get(0);
        Files.writeString(file, Files.readString(file).replace("networks", "networkz"));

        examined(1);

        assertThat(executor.examined()).hasSize(2);
        assertThat(printed.toString())
                .contains(
                        "The file of findings of %s is damaged (its checksum does not match its content): it is now %s"
                                .formatted(Size.class.getName() + "[version=\"first\"]", file))
                .contains("and the networks are examined again.");
    }

    @Test
    void a_damaged_network_is_reported_set_aside_and_trained_again() throws IOException {
        try (Laboratory laboratory = laboratory()) {
            laboratory.submit(run(1)).join();
        }
        Path file = files(".parameters").get(0);
        byte[] content = Files.readAllBytes(file);
        content[content.length - 1]++;
        Files.write(file, content);

        examined(1);

        assertThat(executor.trained()).hasSize(2);
        assertThat(printed.toString())
                .contains("The file of parameters of plain-8 with seed 1 is damaged (its checksum does not match its "
                        + "content): it is now %s.damaged, and the run is trained from its beginning.".formatted(file));
        assertThat(files(".parameters")).containsExactly(file);
    }

    @Test
    void a_network_that_is_gone_is_trained_again_and_a_line_says_so() throws IOException {
        RunOutcome outcome;
        try (Laboratory laboratory = laboratory()) {
            outcome = laboratory.submit(run(1)).join();
        }
        Files.delete(files(".parameters").get(0));
        try (Laboratory laboratory = laboratory()) {
            assertThat(laboratory.submit(run(1)).join()).isEqualTo(outcome);
            assertThat(executor.trained()).hasSize(1);
            laboratory.examine(trained(1), SIZE).join();
        }
        assertThat(executor.trained()).hasSize(2);
        assertThat(printed.toString())
                .contains(
                        "%s has the outcome of plain-8 seed 1, but not its network, which an examination needs: it is trained again."
                                .formatted(folder));
    }

    @Test
    void a_network_that_comes_to_other_bits_when_trained_again_is_not_examined() throws IOException {
        try (Laboratory laboratory = laboratory()) {
            laboratory.submit(run(1)).join();
        }
        Files.delete(files(".parameters").get(0));
        SimulatedExecutor changed = new SimulatedExecutor(run -> 11);
        try (Laboratory laboratory = laboratory(changed, archive(changed, NO_LIMIT), 1)) {
            assertThatThrownBy(() -> laboratory.examine(trained(1), SIZE).join())
                    .hasCauseInstanceOf(RunFailedException.class)
                    .hasMessageContaining("trained again, it came to other errors")
                    .hasMessageContaining("-Dfresh=true");
        }
        assertThat(changed.examined()).isEmpty();
    }

    @Test
    void the_networks_used_longest_ago_are_removed_at_the_limit_and_outcomes_stay() throws IOException {
        try (Laboratory laboratory = laboratory()) {
            laboratory.submit(run(1)).join();
        }
        long size = Files.size(files(".parameters").get(0));
        try (Laboratory laboratory = laboratory(executor, archive(executor, 3 * size + size / 2), 1)) {
            for (int seed = 1; seed <= 3; seed++) {
                laboratory.submit(run(seed)).join();
                age(seed);
            }
            // Used again, it is no longer the oldest.
            laboratory.examine(trained(1), SIZE).join();
            laboratory.submit(run(4)).join();
        }
        Archive after = archive(executor, NO_LIMIT);
        assertThat(Stream.of(1, 2, 3, 4).map(seed -> after.holds(run(seed)))).containsExactly(true, false, true, true);
        assertThat(files(".run")).hasSize(4);
        assertThat(printed.toString().lines().filter(line -> line.contains("-Darchive.limit")))
                .containsExactly(
                        "The networks in %s have reached -Darchive.limit: those used longest ago are removed, and trained again should an examination need them."
                                .formatted(folder));
    }

    /** Makes the newest file of a network older than all before this test, the first ones most. */
    private void age(int seed) throws IOException {
        for (Path file : files(".parameters")) {
            FileTime time = Files.getLastModifiedTime(file);
            if (time.toMillis() > 1_000_000) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * seed));
            }
        }
    }

    @Test
    void without_room_for_any_network_each_is_trained_for_its_examination() throws IOException {
        try (Laboratory laboratory = laboratory(executor, archive(executor, 0), 1)) {
            assertThat(laboratory.examine(trained(1, 2), SIZE).join().number("networks"))
                    .isEqualTo(2);
        }
        assertThat(executor.trained()).hasSize(2);
        assertThat(files(".parameters")).isEmpty();
    }

    @Test
    void a_fresh_start_trains_and_examines_anew_but_each_only_once() {
        examined(1);
        Archive fresh = Archive.open(folder, true, NO_LIMIT, executor, out);
        try (Laboratory laboratory = laboratory(executor, fresh, 1)) {
            laboratory.submit(run(1)).join();
            laboratory.examine(trained(1), SIZE).join();
            laboratory.examine(trained(1), new Size("second")).join();
        }
        assertThat(executor.trained()).hasSize(2);
        assertThat(executor.examined()).hasSize(3);
    }

    @Test
    void two_laboratories_at_once_make_an_examination_once() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        executor.beforeExaminations(() -> {
            busy.countDown();
            await(release);
        });
        try (Laboratory first = laboratory();
                Laboratory second = laboratory()) {
            CompletableFuture<Findings> found = first.examine(trained(1), SIZE);
            busy.await();
            CompletableFuture<Findings> awaited = second.examine(trained(1), SIZE);
            // A worker that finds its examination taken has time for others.
            second.submit(run(2)).join();
            release.countDown();

            assertThat(awaited.join()).isEqualTo(found.join());
        }
        assertThat(executor.examined()).hasSize(1);
    }

    @Test
    void a_failing_run_fails_its_examinations_and_no_others() {
        SimulatedExecutor failing = new SimulatedExecutor(run -> {
            if (run.seed() == 1) {
                throw new IllegalStateException("the engine broke down");
            }
            return 10;
        });
        try (Laboratory laboratory = laboratory(failing, archive(failing, NO_LIMIT), 1)) {
            CompletableFuture<Findings> doomed = laboratory.examine(trained(1, 2), SIZE);
            CompletableFuture<Findings> other = laboratory.examine(trained(2), SIZE);

            assertThatThrownBy(doomed::join)
                    .hasCauseInstanceOf(RunFailedException.class)
                    .hasMessageContaining("The run of plain-8 with seed 1 failed")
                    .hasMessageContaining("the engine broke down");
            assertThat(other.join().number("networks")).isEqualTo(1);
            assertThatThrownBy(() -> laboratory.submit(run(1)).join()).hasCauseInstanceOf(RunFailedException.class);
            assertThatThrownBy(() ->
                            laboratory.examine(trained(1), new Size("second")).join())
                    .hasCauseInstanceOf(RunFailedException.class);
        }
        assertThat(failing.trained()).hasSize(2);
    }

    @Test
    void a_failing_examination_fails_alone_and_says_why() {
        executor.beforeExaminations(() -> {
            throw new IllegalArgumentException("it looks at one network");
        });
        try (Laboratory laboratory = laboratory()) {
            assertThatThrownBy(() -> laboratory.examine(trained(1), SIZE).join())
                    .hasCauseInstanceOf(ExaminationFailedException.class)
                    .hasMessageContaining("The examination Size[version=first] of plain-8 seed 1 failed")
                    .hasMessageContaining("it looks at one network");
            assertThat(laboratory.submit(run(1)).join().trainingError()).isEqualTo(10);
        }
    }

    @Test
    void what_cannot_be_examined_is_refused_at_once() {
        try (Laboratory laboratory = laboratory()) {
            assertThatThrownBy(() -> laboratory.examine(List.of(), SIZE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The examination Size[version=first] is of no network");
            assertThatThrownBy(() -> laboratory.examine(trained(1), new NoRecord()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(
                            "NoRecord is no record, so that its text may not say in full what it measures: make it one");
        }
    }

    @Test
    void examinations_that_print_alike_are_kept_apart() {
        Archive archive = archive(executor, NO_LIMIT);
        assertThat(archive.key(trained(1), new Silent(1)).hash())
                .isNotEqualTo(archive.key(trained(1), new Silent(2)).hash());
    }

    @Test
    void the_code_of_what_an_examination_is_given_as_an_interface_counts() {
        Archive archive = archive(executor, NO_LIMIT);
        String nothing = archive.key(trained(1), new Configured(null)).code();
        String size =
                archive.key(trained(1), new Configured(new ImageSize(4, 4))).code();
        assertThat(size).isNotEqualTo(nothing);
    }

    @Test
    void closing_gives_up_examinations_and_those_that_wait_for_their_networks() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        SimulatedExecutor endless = new SimulatedExecutor(run -> {
            busy.countDown();
            await(new CountDownLatch(1));
            return 10;
        });
        Laboratory laboratory = laboratory(endless, archive(endless, NO_LIMIT), 1);
        CompletableFuture<Findings> waiting = laboratory.examine(trained(1), SIZE);
        busy.await();
        laboratory.close();

        assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> laboratory.examine(trained(2), SIZE).join()).isInstanceOf(CancellationException.class);
    }

    private Laboratory laboratory() {
        return laboratory(executor, archive(executor, NO_LIMIT), 1);
    }

    private Laboratory laboratory(RunExecutor with, Archive archive, int workers) {
        return Laboratory.open(with, archive, workers, out);
    }

    private Archive archive(RunExecutor with, long limit) {
        return Archive.open(folder, false, limit, with, out);
    }

    private void examined(long seed) {
        try (Laboratory laboratory = laboratory()) {
            laboratory.examine(trained(seed), SIZE).join();
        }
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static Run run(long seed) {
        return Runs.plain(8, seed);
    }

    private static List<Specimen> trained(long... seeds) {
        return Arrays.stream(seeds)
                .mapToObj(seed -> new Specimen(run(seed), Specimen.Stage.TRAINED))
                .toList();
    }

    private static Specimen initial(long seed) {
        return new Specimen(run(seed), Specimen.Stage.INITIAL);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never computed: the executor makes up what it finds. */
    private record Size(String version) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }
    }

    private record Silent(int part) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return "a part";
        }
    }

    private record OtherSize(String version) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoRecord implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }
    }
}
