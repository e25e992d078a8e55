package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Really kills reproductions, at random moments, and starts them again until they end. The long form is
 * {@code mvn test -Dtest=KillTest -Dkills=25}; {@code -Dkill.seed} sets other moments.
 */
@Timeout(600)
class KillTest {

    private static final int RUNS = 2;
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = Long.getLong("kill.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void a_killed_reproduction_ends_as_if_nothing_had_happened() throws Exception {
        long began = System.nanoTime();
        ReproductionProcess whole = start("whole", RUNS);
        whole.awaitTraining();
        long training = System.nanoTime();
        assertThat(whole.end()).as(() -> whole.lines().toString()).isZero();
        long trainingMillis = (System.nanoTime() - training) / 1_000_000;
        String expected = outcomes("whole");

        // Such that some archives are killed often and some see a reproduction through in between.
        SplittableRandom random = new SplittableRandom(SEED);
        int kills = 0;
        int round = 0;
        int resumed = 0;
        while (kills < KILLS) {
            ReproductionProcess process = start("round-" + round, RUNS);
            process.awaitTraining();
            Thread.sleep(random.nextLong(1 + trainingMillis / 2));
            if (process.kill()) {
                kills++;
                resumed += hasCheckpoint("round-" + round) ? 1 : 0;
            } else {
                assertThat(outcomes("round-" + round)).isEqualTo(expected);
                round++;
            }
        }
        ReproductionProcess last = start("round-" + round, RUNS);
        assertThat(last.end()).as(() -> last.lines().toString()).isZero();

        assertThat(outcomes("round-" + round)).isEqualTo(expected);
        assertThat(hasCheckpoint("round-" + round)).isFalse();
        System.out.printf(
                "%d kills (seed %d), %d of them with a checkpoint to go on from, over %d reproductions, each with the outcomes of the uninterrupted one; %d s%n",
                kills, SEED, resumed, round + 1, (System.nanoTime() - began) / 1_000_000_000);
    }

    @Test
    void two_reproductions_at_once_share_their_runs() throws Exception {
        ReproductionProcess first = new ReproductionProcess(folder.resolve("shared"), folder.resolve("first.txt"), 3);
        ReproductionProcess second = new ReproductionProcess(folder.resolve("shared"), folder.resolve("second.txt"), 3);
        assertThat(first.end()).as(() -> first.lines().toString()).isZero();
        assertThat(second.end()).as(() -> second.lines().toString()).isZero();

        assertThat(folder.resolve("first.txt")).hasSameTextualContentAs(folder.resolve("second.txt"));
        assertThat(first.trained() + second.trained()).isEqualTo(3);
    }

    private ReproductionProcess start(String name, int runs) {
        return new ReproductionProcess(folder.resolve(name), folder.resolve(name + ".txt"), runs);
    }

    private String outcomes(String name) throws Exception {
        return Files.readString(folder.resolve(name + ".txt"));
    }

    private boolean hasCheckpoint(String name) throws Exception {
        try (var files = Files.list(folder.resolve(name))) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }
}
