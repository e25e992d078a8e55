package org.resnetclaims.laboratory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Datasets;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

/**
 * A small reproduction in a process of its own, for tests that kill it. It says when a run begins to train, leaves the
 * outcomes of its runs in one file, and ends.
 */
final class Reproduction {

    static final String TRAINS = "trains seed ";

    private static final int ITERATIONS = 240;
    private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(50);

    private Reproduction() {}

    /** @param arguments the archive, the file of the outcomes, how many runs */
    public static void main(String[] arguments) throws Exception {
        Dataset data = Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(500, 250, 4);
        Trainer trainer = new AnnouncingTrainer(ServiceLoader.load(Trainer.class).findFirst().orElseThrow());
        Archive archive = new Archive(Path.of(arguments[0]), false, trainer, 1, CHECKPOINT_EVERY, System.out);
        StringBuilder outcomes = new StringBuilder();
        try (Laboratory laboratory = new Laboratory(trainer, data, archive, 1, System.out)) {
            List<CompletableFuture<RunOutcome>> runs = LongStream.range(0, Integer.parseInt(arguments[2]))
                    .mapToObj(seed -> laboratory.submit(run(data, seed)))
                    .toList();
            runs.forEach(run -> outcomes.append(bits(run.join())).append('\n'));
        }
        AtomicFile.write(Path.of(arguments[1]), outcomes.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Run run(Dataset data, long seed) {
        Network network = CifarNetworks.residual(8).build(data.description().image(), 4, 10);
        Recipe recipe = new Recipe(
                0.1, List.of(ITERATIONS / 2), 0.9, 1e-4, 32, ITERATIONS, new Augmentation(1, true));
        return new Run(network, data.description(), recipe, seed);
    }

    /** All of an outcome but the time it took; Java prints every double such that it can be read back exactly. */
    private static String bits(RunOutcome outcome) {
        return "%s %d %s %s %s %s".formatted(
                outcome.run(),
                outcome.seed(),
                outcome.diverged(),
                outcome.trainingError(),
                outcome.testError(),
                outcome.curve());
    }

    private record AnnouncingTrainer(Trainer trainer) implements Trainer {

        @Override
        public Engine engine() {
            return trainer.engine();
        }

        @Override
        public RunOutcome train(Run run, Dataset data, Checkpoints checkpoints, IntConsumer progress) {
            System.out.println(TRAINS + run.seed());
            return trainer.train(run, data, checkpoints, progress);
        }
    }
}
