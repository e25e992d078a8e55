package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.files.SealedFile;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.TrainedRun;

/** What becomes of outcomes beyond the laboratory that trained them. */
@Timeout(30)
class ArchiveTest {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    private Path folder;

    private final SimulatedExecutor executor = new SimulatedExecutor(run -> 100.0 / (3 + run.seed()));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true);

    @Test
    void the_next_laboratory_reuses_an_outcome_bit_for_bit_and_says_so() {
        RunOutcome trained = outcome(executor, 1);
        RunOutcome reused = outcome(executor, 1);

        assertThat(reused).isEqualTo(trained);
        assertThat(executor.trained()).hasSize(1);
        assertThat(printed.toString().lines())
                .contains("0 runs done, 1 reused from " + folder, "Reused from %s: plain-8 seeds 1.".formatted(folder));
    }

    @Test
    void a_fresh_start_trains_anew_and_replaces_what_was_there() throws IOException {
        outcome(executor, 1);
        laboratoryOutcome(executor, Archive.open(folder, true, NO_LIMIT, executor, out), 1);

        assertThat(executor.trained()).hasSize(2);
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void another_engine_binary_or_number_of_threads_does_not_get_the_outcome() {
        outcome(executor, 1);
        RunExecutor other = new OtherBinary(executor);
        outcome(other, 1);
        outcome(new OtherThreads(executor), 1);

        assertThat(executor.trained()).hasSize(3);
    }

    @Test
    void a_damaged_outcome_is_reported_set_aside_and_trained_again() throws IOException {
        RunOutcome trained = outcome(executor, 1);
        Path file = outcomes().get(0);
        String damaged = Files.readString(file).replace("25.0", "24.0");
        Files.writeString(file, damaged);

        assertThat(outcome(executor, 1)).isEqualTo(trained);
        assertThat(executor.trained()).hasSize(2);
        assertThat(printed.toString())
                .contains(
                        "The archived outcome of plain-8 with seed 1 is damaged (its checksum does not match its content): "
                                + "it is now %s.damaged, and the run is trained from its beginning.".formatted(file));
        assertThat(Path.of(file + ".damaged")).hasContent(damaged);
        assertThat(outcome(executor, 1)).isEqualTo(trained);
        assertThat(executor.trained()).hasSize(2);
    }

    @Test
    void an_outcome_under_the_name_of_another_is_not_used() throws IOException {
        outcome(executor, 1);
        Path first = outcomes().get(0);
        outcome(executor, 2);
        Path second = outcomes().stream()
                .filter(file -> !file.equals(first))
                .findFirst()
                .orElseThrow();
        Files.writeString(second, Files.readString(first));

        assertThat(outcome(executor, 2).seed()).isEqualTo(2);
        assertThat(executor.trained()).hasSize(3);
    }

    @Test
    void an_outcome_of_another_run_is_not_used_whoever_sealed_it() throws IOException {
        outcome(executor, 1);
        Path file = outcomes().get(0);
        String owner = file.getFileName().toString().replace(".run", "");
        String content = new String(SealedFile.read(file, owner), StandardCharsets.UTF_8);
        SealedFile.write(
                file, owner, content.replace("\"seed\" : 1", "\"seed\" : 2").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome(executor, 1).seed()).isEqualTo(1);
        assertThat(executor.trained()).hasSize(2);
        assertThat(printed.toString()).contains("is damaged (it is that of another run)");
    }

    @Test
    void what_is_no_file_is_set_aside_unread() throws IOException {
        outcome(executor, 1);
        Path file = outcomes().get(0);
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(outcome(executor, 1).seed()).isEqualTo(1);
        assertThat(executor.trained()).hasSize(2);
        assertThat(printed.toString()).contains("is damaged (it is no file of a sensible size)");
    }

    @Test
    void an_archive_that_cannot_be_written_costs_one_warning_and_no_outcome() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Archive unwritable = Archive.open(file.resolve("archive"), false, NO_LIMIT, executor, out);
        try (Laboratory laboratory = Laboratory.open(executor, unwritable, 1, out)) {
            assertThat(laboratory.submit(run(1)).join().trainingError()).isEqualTo(25);
            assertThat(laboratory.submit(run(2)).join().trainingError()).isEqualTo(20);
        }
        assertThat(printed.toString().lines().filter(line -> line.startsWith("Not everything can be kept in " + file)))
                .singleElement()
                .asString()
                .endsWith("outcomes count all the same, but what is missing there will have to be trained again.");
    }

    @Test
    void two_laboratories_at_once_train_a_run_once() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SimulatedExecutor slow = new SimulatedExecutor(run -> {
            if (run.seed() == 1) {
                busy.countDown();
                await(release);
            }
            return 10;
        });
        try (Laboratory first = Laboratory.open(slow, archive(slow), 1, out);
                Laboratory second = Laboratory.open(slow, archive(slow), 1, out)) {
            CompletableFuture<RunOutcome> trained = first.submit(run(1));
            busy.await();
            CompletableFuture<RunOutcome> awaited = second.submit(run(1));
            // A worker that finds its run taken has time for others.
            assertThat(second.submit(run(2)).join().seed()).isEqualTo(2);
            release.countDown();

            assertThat(awaited.join()).isEqualTo(trained.join());
        }
        assertThat(slow.trained()).hasSize(2);
    }

    @Test
    void a_run_goes_on_from_its_checkpoint_which_goes_with_the_outcome() throws IOException {
        Stubborn stubborn = new Stubborn(executor);
        assertThat(failure(stubborn, 1)).hasMessageContaining("as if killed");
        assertThat(checkpoints()).hasSize(1);

        outcome(stubborn, 1);

        assertThat(stubborn.taken).hasValue(new byte[] {1, 2, 3});
        assertThat(checkpoints()).isEmpty();
    }

    @Test
    void a_damaged_checkpoint_is_reported_set_aside_and_not_used() throws IOException {
        Stubborn stubborn = new Stubborn(executor);
        failure(stubborn, 1);
        Path file = checkpoints().get(0);
        Files.write(file, new byte[] {1, 2, 3});

        outcome(stubborn, 1);

        assertThat(stubborn.taken).isEmpty();
        assertThat(printed.toString()).contains("The checkpoint of plain-8 with seed 1 is damaged");
        assertThat(Path.of(file + ".damaged")).exists();
    }

    @Test
    void a_run_that_was_interrupted_goes_before_longer_ones() throws InterruptedException {
        failure(new Stubborn(executor), 1);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SimulatedExecutor slow = new SimulatedExecutor(run -> {
            busy.countDown();
            await(release);
            return 10;
        });
        try (Laboratory laboratory = Laboratory.open(slow, archive(slow), 1, out)) {
            laboratory.submit(Runs.plain(14, 1));
            busy.await();
            List<CompletableFuture<RunOutcome>> waiting = Stream.of(run(2), Runs.plain(20, 1), run(1))
                    .map(laboratory::submit)
                    .toList();
            release.countDown();
            waiting.forEach(CompletableFuture::join);
        }

        assertThat(slow.trained())
                .extracting(run -> "%s %d".formatted(run.network().name(), run.seed()))
                .containsExactly("plain-14 1", "plain-8 1", "plain-20 1", "plain-8 2");
    }

    @Test
    void an_interrupt_does_not_make_a_file_pass_for_damaged() {
        outcome(executor, 1);
        try (RunEntry entry = archive(executor).reserve(run(1)).orElseThrow()) {
            Thread.currentThread().interrupt();
            assertThat(entry.outcome()).isPresent();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void what_a_dead_writer_left_unfinished_is_removed() throws IOException {
        outcome(executor, 1);
        Path outcome = outcomes().get(0);
        Path unfinished = Files.createFile(Path.of(outcome + ".1-2.tmp"));
        Files.delete(outcome);
        outcome(executor, 1);

        assertThat(unfinished).doesNotExist();
    }

    private Archive archive(RunExecutor with) {
        return Archive.open(folder, false, NO_LIMIT, with, out);
    }

    private RunOutcome outcome(RunExecutor with, long seed) {
        return laboratoryOutcome(with, archive(with), seed);
    }

    private RunOutcome laboratoryOutcome(RunExecutor with, Archive archive, long seed) {
        try (Laboratory laboratory = Laboratory.open(with, archive, 1, out)) {
            return laboratory.submit(run(seed)).join();
        }
    }

    private Throwable failure(RunExecutor with, long seed) {
        try (Laboratory laboratory = Laboratory.open(with, archive(with), 1, out)) {
            return laboratory
                    .submit(run(seed))
                    .handle((outcome, thrown) -> thrown)
                    .join();
        }
    }

    private List<Path> outcomes() throws IOException {
        return files(".run");
    }

    private List<Path> checkpoints() throws IOException {
        return files(".checkpoint");
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static Run run(long seed) {
        return Runs.plain(8, seed);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same engine, built for another CPU. */
    private record OtherBinary(RunExecutor executor) implements ForwardingExecutor {

        @Override
        public EngineDescription engine() {
            EngineDescription engine = executor.engine();
            return new EngineDescription(
                    engine.name(), engine.version(), engine.backend(), "other", engine.parallelRuns());
        }
    }

    /** The same engine on another number of threads. */
    private record OtherThreads(RunExecutor executor) implements ForwardingExecutor {

        @Override
        public int threadsPerRun() {
            return 2;
        }
    }

    /** Saves a state and fails at its first attempt, then notes what it is given to go on from. */
    private static final class Stubborn implements ForwardingExecutor {

        private final RunExecutor executor;
        private Optional<byte[]> taken = Optional.empty();
        private boolean failed;

        private Stubborn(RunExecutor executor) {
            this.executor = executor;
        }

        @Override
        public RunExecutor executor() {
            return executor;
        }

        @Override
        public TrainedRun train(Run run, Checkpoints checkpoints, IntConsumer progress) {
            taken = checkpoints.latest();
            if (!failed) {
                failed = true;
                checkpoints.save(new byte[] {1, 2, 3});
                throw new IllegalStateException("as if killed");
            }
            return executor.train(run, checkpoints, progress);
        }
    }
}
