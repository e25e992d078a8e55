package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen;

/**
 * A session of 83 claims at scale quick, as two cores went through it in 807 seconds, played again: when which run and
 * which examination was asked for, began and ended, taken from its log and its archive.
 */
class TimeLeftTest {

    private static final DatasetDescription DATA =
            new DatasetDescription("fashion-mnist", new Shape(1, 14, 14), 10, 500, 2000, "none");
    private static final Recipe RECIPE = new Recipe(0.01, List.of(300, 450), 0.9, 1e-4, 32, 600, Augmentation.NONE);
    private static final double ALL = 807.3;
    private static final int WORKERS = 2;

    private double now;
    private final Progress progress = new Progress(Path.of("archive"), WORKERS, () -> (long) (1e9 * now));

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50, 75, 90})
    void is_right_within_a_quarter_from_the_first_tenth_on_where_a_reference_says_what_claims_need(int percent)
            throws IOException {
        List<Job> jobs = jobs();
        Map<String, Integer> needed = new HashMap<>();
        jobs.stream()
                .filter(job -> job.assignment() instanceof RunAssignment)
                .forEach(
                        job -> needed.merge(Laboratory.arm(((RunAssignment) job.assignment()).run()), 1, Integer::sum));
        progress.expect("all of them", needed);

        double error = errorAt(percent, jobs);

        assertThat(error).as("relative error of the time left").isBetween(-0.25, 0.25);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50, 75})
    void tells_at_least_of_what_is_asked_for_without_a_reference(int percent) throws IOException {
        assertThat(errorAt(percent, jobs()))
                .as("relative error of the time left")
                .isBetween(-0.5, 0.25);
    }

    @Test
    void knows_nothing_before_anything_was_measured() {
        progress.queued(new RunAssignment(run("plain-20", 1000, RECIPE), false, false, 1));

        assertThat(progress.secondsLeft()).isEmpty();
    }

    @Test
    void takes_no_time_for_what_the_archive_has() {
        RunAssignment measured = new RunAssignment(run("plain-20", 1000, RECIPE), false, false, 1);
        progress.queued(measured);
        progress.started(measured);
        now = 10;
        progress.finished(measured);
        progress.queued(new RunAssignment(run("plain-56", 1000, RECIPE), false, true, 2));

        assertThat(progress.secondsLeft()).isEmpty();
    }

    /** Plays the session up to a moment, and compares. */
    private double errorAt(int percent, List<Job> jobs) {
        double moment = ALL * percent / 100;
        PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
        for (Job job : jobs) {
            events.add(new Event(job.queued(), () -> progress.queued(job.assignment())));
            events.add(new Event(job.started(), () -> progress.started(job.assignment())));
            if (job.assignment() instanceof RunAssignment run) {
                int iterations = run.run().recipe().iterations();
                for (int i = 1; i < iterations; i++) {
                    int reached = i;
                    events.add(new Event(
                            job.started() + i * (job.finished() - job.started()) / iterations,
                            () -> progress.reached(run, reached)));
                }
            }
            events.add(new Event(job.finished(), () -> progress.finished(job.assignment())));
        }
        while (!events.isEmpty() && events.element().at() <= moment) {
            Event event = events.remove();
            now = event.at();
            event.what().run();
        }
        now = moment;
        double left = progress.secondsLeft().orElseThrow();
        return left / (ALL - moment) - 1;
    }

    private record Event(double at, Runnable what) {}

    private record Job(double queued, double started, double finished, Assignment assignment) {}

    private static List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        try (InputStream in = TimeLeftTest.class.getResourceAsStream("session.csv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> jobs.add(job(line.split(","), jobs.size())));
        }
        return jobs;
    }

    private static Job job(String[] cells, int number) {
        return new Job(
                Double.parseDouble(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                assignment(cells[3], cells[4], Long.parseLong(cells[5]), number));
    }

    private static Assignment assignment(String what, String network, long seed, int number) {
        return switch (what) {
            case "run" -> new RunAssignment(run(network, seed, RECIPE), false, false, number);
            case "tenth" -> new RunAssignment(run(network, seed, RECIPE.stretched(56 / 600.0)), false, false, number);
            default ->
                new ExaminationAssignment(
                        specimens(network, seed),
                        new Named(what),
                        new ExaminationKey(List.of(network), what + seed, ""),
                        false,
                        number);
        };
    }

    private static List<Specimen> specimens(String network, long seed) {
        return network.equals("2 networks")
                ? IntStream.of(20, 32)
                        .mapToObj(depth -> new Specimen(run("plain-" + depth, seed, RECIPE), Specimen.Stage.TRAINED))
                        .toList()
                : List.of(new Specimen(run(network, seed, RECIPE), Specimen.Stage.TRAINED));
    }

    private static Run run(String name, long seed, Recipe recipe) {
        return new Run(NETWORKS.computeIfAbsent(name, TimeLeftTest::network), DATA, recipe, seed);
    }

    private static final Map<String, Network> NETWORKS = new HashMap<>();

    private static Network network(String name) {
        int depth = Integer.parseInt(name.replaceAll("^[A-Za-z]+-(\\d+).*", "$1"));
        boolean plain = name.startsWith("plain") || name.endsWith("without shortcuts");
        boolean imageNet = depth == 18 || depth == 34;
        Shortcut shortcut =
                name.endsWith("(option B)") ? Shortcut.B : name.endsWith("(option C)") ? Shortcut.C : Shortcut.A;
        return (imageNet
                        ? plain ? ImageNetNetworks.plain(depth) : ImageNetNetworks.residual(depth, shortcut)
                        : plain ? CifarNetworks.plain(depth) : CifarNetworks.residual(depth))
                .build(DATA.image(), 8, DATA.classes());
    }

    /** An examination of which nothing but its name matters. */
    private record Named(String name) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
