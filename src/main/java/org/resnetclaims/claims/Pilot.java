package org.resnetclaims.claims;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Datasets;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;

/**
 * Trains networks under recipes that are only being considered, on tuning seeds, and prints their errors as a table for
 * {@code results/pilots.md}. It judges nothing, and no claim is ever judged on these seeds (see {@link Seeds}).
 */
public final class Pilot {

    private static final int AVERAGING = 2;
    private static final int TEST_IMAGES = 2_000;

    private Pilot() {}

    /**
     * @param arguments networks such as {@code plain-20,ResNet-56}, learning rates, training images, batch size,
     *                  iterations and how many seeds, then the folder of the archive
     */
    public static void main(String[] arguments) {
        List<Architecture> networks = split(arguments[0]).map(Pilot::architecture).toList();
        List<Double> rates = split(arguments[1]).map(Double::valueOf).toList();
        int images = Integer.parseInt(arguments[2]);
        int batch = Integer.parseInt(arguments[3]);
        int iterations = Integer.parseInt(arguments[4]);
        int seeds = Integer.parseInt(arguments[5]);
        Dataset data = Datasets.load("fashion-mnist", Datasets.folder("fashion-mnist")).reduced(images, TEST_IMAGES, AVERAGING);
        Trainer trainer = ServiceLoader.load(Trainer.class).findFirst().orElseThrow();
        Archive archive = new Archive(Path.of(arguments[6]), false, trainer, Machine.threadsPerRun(), System.err);
        try (Laboratory laboratory = new Laboratory(trainer, data, archive, trainer.engine().parallelRuns(), System.err)) {
            List<List<CompletableFuture<RunOutcome>>> cells = new ArrayList<>();
            for (Architecture network : networks) {
                for (double rate : rates) {
                    Recipe recipe = Recipes.sgd(batch, iterations, List.of(iterations / 2, 3 * iterations / 4), Augmentation.NONE);
                    Recipe tried = new Recipe(rate, recipe.dropsAt(), recipe.momentum(), recipe.weightDecay(), batch, iterations, Augmentation.NONE);
                    cells.add(IntStream.rangeClosed(1, seeds)
                            .mapToObj(seed -> laboratory.submit(new Run(
                                    network.build(data.description().image(), 8, data.description().classes()),
                                    data.description(), tried, seed)))
                            .toList());
                }
            }
            System.out.printf("%d images, %d batches of %d; training / test error%n", images, iterations, batch);
            System.out.println("| network | " + rates.stream().map(rate -> "rate " + rate).collect(Collectors.joining(" | ")) + " | s |");
            int cell = 0;
            for (Architecture network : networks) {
                StringBuilder line = new StringBuilder("| " + network.name());
                double seconds = 0;
                for (int i = 0; i < rates.size(); i++) {
                    List<RunOutcome> outcomes = cells.get(cell++).stream().map(CompletableFuture::join).toList();
                    line.append(" | ").append(errors(outcomes, RunOutcome::trainingError))
                            .append(" / ").append(errors(outcomes, RunOutcome::testError));
                    seconds += outcomes.stream().mapToDouble(RunOutcome::seconds).average().orElse(0) / rates.size();
                }
                System.out.println(line + String.format(Locale.ROOT, " | %.1f |", seconds));
            }
        }
    }

    private static java.util.stream.Stream<String> split(String list) {
        return Arrays.stream(list.split(","));
    }

    private static String errors(List<RunOutcome> outcomes, ToDoubleFunction<RunOutcome> error) {
        return outcomes.stream().map(o -> String.format(Locale.ROOT, "%.1f", error.applyAsDouble(o))).collect(Collectors.joining(" "));
    }

    private static Architecture architecture(String name) {
        int depth = Integer.parseInt(name.substring(name.indexOf('-') + 1));
        boolean imageNet = depth == 18 || depth == 34;
        if (name.startsWith("plain")) {
            return imageNet ? ImageNetNetworks.plain(depth) : CifarNetworks.plain(depth);
        }
        return imageNet ? ImageNetNetworks.residual(depth) : CifarNetworks.residual(depth);
    }
}
