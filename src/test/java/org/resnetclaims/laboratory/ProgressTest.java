package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

class ProgressTest {

    private static final Recipe RECIPE = new Recipe(0.1, List.of(), 0.9, 0, 8, 200, Augmentation.NONE);

    private static final DatasetDescription DATA =
            new DatasetDescription("simulated", new Shape(1, 8, 8), 10, 100, 100, "none");

    private long seconds;
    private final Progress progress = new Progress(Path.of("archive"), 1, () -> TimeUnit.SECONDS.toNanos(seconds));
    private final RunAssignment first = assignment(1);
    private final RunAssignment second = assignment(2);
    private final RunAssignment third = assignment(3);

    @Test
    void names_what_is_done_running_and_waiting_and_the_time_left() {
        List.of(first, second, third).forEach(progress::queued);
        progress.started(first);
        seconds = 200;
        progress.finished(first);
        progress.started(second);
        seconds = 300;
        progress.reached(second, 100);

        assertThat(progress.line())
                .isEqualTo(
                        "1 run done, 1 running (plain-8 seed 2 50 %), 1 waiting, 8 images/s, about 5 min 0 s left for these");
    }

    @Test
    void does_not_guess_the_time_left_before_anything_is_done() {
        progress.queued(first);
        progress.started(first);
        seconds = 10;

        assertThat(progress.line()).isEqualTo("0 runs done, 1 running (plain-8 seed 1 0 %)");
    }

    @Test
    void says_hours_and_minutes_of_what_takes_long() {
        List.of(first, second).forEach(progress::queued);
        progress.started(first);
        seconds = 200;
        progress.reached(first, 2);

        // 1 % of the first of two in 200 s leaves 199 times as much.
        assertThat(progress.line()).endsWith("about 11 h 3 min left for these");
    }

    @Test
    void tells_once_where_a_run_goes_on() {
        progress.queued(first);
        progress.started(first);
        progress.resumed(first);

        assertThat(progress.reached(first, 74)).hasValue(37);
        assertThat(progress.reached(first, 75)).isEmpty();
    }

    @Test
    void counts_the_seconds_of_all_runs_but_no_pauses() {
        List.of(first, second, third).forEach(progress::queued);
        progress.started(first);
        progress.started(second);
        seconds = 10;
        progress.finished(first);
        progress.finished(second);
        seconds = 50;
        progress.started(third);
        seconds = 55;

        assertThat(progress.busySeconds()).isEqualTo(25);
    }

    @Test
    void does_not_take_reused_runs_and_earlier_sessions_for_its_own_speed() {
        List.of(first, second, third).forEach(progress::queued);
        progress.reused(first);
        progress.started(second);
        progress.resumed(second);
        progress.reached(second, 100);
        seconds = 200;
        progress.reached(second, 120);
        progress.foundUnderWay(third);

        assertThat(progress.line())
                .isEqualTo(
                        "0 runs done, 1 reused from archive, 1 running (plain-8 seed 2 60 %), 1 waiting, 1 of them for "
                                + "work already under way, here or in another process, 1 images/s, about 46 min 40 s left for these");
    }

    @Test
    void expects_runs_that_open_claims_may_come_to_ask_for() {
        List.of(first, second).forEach(progress::queued);
        progress.started(first);
        seconds = 120;
        progress.finished(first);

        progress.assume(Map.of("likely", 2));
        progress.looks("likely", List.of(look(3, 1), look(4, 2, 3), look(5, 4)));
        assertThat(progress.secondsLeft()).as("of the second and the third").hasValue(240);
        assertThat(progress.line()).endsWith("about 4 min 0 s left");

        progress.decided("likely");
        assertThat(progress.secondsLeft()).hasValue(120);
    }

    private static Look look(int inAll, int... seeds) {
        return new Look(
                inAll,
                Arrays.stream(seeds).mapToObj(seed -> assignment(seed).run()).toList());
    }

    @Test
    void what_was_slow_at_first_is_forgotten_once_more_was_measured() {
        List.of(first, second).forEach(progress::queued);
        progress.started(first);
        seconds = 30;
        progress.reached(first, 20);
        assertThat(progress.secondsLeft().orElseThrow())
                .as("at 300 s a run, of which a later one takes four sevenths")
                .isCloseTo(1.9 * 300 * 4 / 7, Offset.offset(1e-6));

        seconds = 130;
        progress.reached(first, 120);
        assertThat(progress.secondsLeft().orElseThrow()).as("at 200 s a run").isCloseTo(1.4 * 200, Offset.offset(1.0));
    }

    @Test
    void tells_the_images_per_second_of_the_last_minute() {
        List.of(first, second).forEach(progress::queued);
        progress.started(first);
        seconds = 1000;
        progress.reached(first, 100);
        assertThat(progress.line()).contains(", 1 images/s");
        seconds = 1060;
        progress.reached(first, 190);

        assertThat(progress.line()).contains(", 12 images/s");
        seconds = 1120;
        assertThat(progress.line()).doesNotContain("images/s");
    }

    @Test
    void takes_no_less_time_than_the_longest_run_with_however_many_workers() {
        Progress many = new Progress(Path.of("archive"), 8, () -> TimeUnit.SECONDS.toNanos(seconds));
        List.of(first, second).forEach(many::queued);
        many.started(first);
        seconds = 200;
        many.finished(first);

        assertThat(many.secondsLeft()).hasValue(200);
    }

    private static RunAssignment assignment(int seed) {
        return new RunAssignment(
                new Run(CifarNetworks.plain(8).build(DATA.image(), 2, 10), DATA, RECIPE, seed), false, false, seed);
    }
}
