package org.resnetclaims.claims.session;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.claims.Recipes;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.laboratory.LocalExecutor;
import org.resnetclaims.laboratory.RunExecutor;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/**
 * Tries recipes before one is chosen: trains networks of the quick scale's width on seeds that no claim is ever judged
 * on (see {@link Seeds}), and prints their errors as a table for {@code results/pilots.md}.
 */
public final class Pilot {

    private static final List<Integer> IMAGENET_DEPTHS = List.of(18, 34, 50, 101, 152);
    private static final Observable EARLY = Observable.earlyTrainingError(0.25);

    private static final Pattern NAME = Pattern.compile("(plain|ResNet)-([0-9]{1,4})(.*)");

    /** By their names, less the depth. */
    private static final Map<String, IntFunction<Architecture>> FAMILIES = Map.of(
            "plain", Pilot::plain,
            "ResNet", Pilot::residual,
            "ResNet (option B)", depth -> residual(depth, Shortcut.B),
            "ResNet (option C)", depth -> residual(depth, Shortcut.C),
            "plain (bottlenecks)", CifarNetworks::plainOfBottlenecks,
            "ResNet (bottlenecks)", CifarNetworks::residualOfBottlenecks,
            "ResNet (single layers)", CifarNetworks::residualOfSingleLayers,
            "ResNet (pre-activation)", CifarNetworks::preActivation,
            "ResNet without normalisation", depth -> residual(depth).withoutNormalisation(),
            "ResNet without normalisation with SkipInit",
                    depth -> residual(depth).withoutNormalisation().withSkipInit());

    private final Dataset data;
    private final Laboratory laboratory;
    private final int batch;
    private final int iterations;
    private final int seeds;

    private Pilot(Dataset data, Laboratory laboratory, int batch, int iterations, int seeds) {
        this.data = data;
        this.laboratory = laboratory;
        this.batch = batch;
        this.iterations = iterations;
        this.seeds = seeds;
    }

    /**
     * @param arguments networks such as {@code plain-20,ResNet-56}; learning rates such as {@code 0.1,0.01}; training
     *     images; images in a batch; iterations; how many seeds; {@code true} to try each rate with a warm-up too
     */
    public static void main(String[] arguments) {
        try {
            List<Architecture> networks = list(arguments[0], Pilot::network);
            List<Double> rates = list(arguments[1], Double::valueOf);
            int[] sizes = IntStream.range(2, 6)
                    .map(i -> Integer.parseInt(arguments[i]))
                    .toArray();
            Workplace workplace = Workplace.of(Settings.from(System.getProperties()));
            Settings settings = workplace.settings();
            Dataset data = Scale.reduce(Datasets.load(settings.dataset(), settings.datasetFolder()), sizes[0]);
            if (sizes[3] > Seeds.LAST_TUNING_SEED) {
                throw new IllegalArgumentException(
                        "there are %d tuning seeds, and %d were asked for".formatted(Seeds.LAST_TUNING_SEED, sizes[3]));
            }
            RunExecutor executor = new LocalExecutor(Workplace.loadEngine(settings), data, Machine.threadsPerRun());
            Archive archive = workplace.archive(executor, System.err);
            try (Laboratory laboratory = Laboratory.open(executor, archive, workplace.parallelRuns(), System.err)) {
                Pilot pilot = new Pilot(data, laboratory, sizes[1], sizes[2], sizes[3]);
                pilot.print(networks, pilot.recipes(rates, Boolean.parseBoolean(arguments[6])), System.out);
            }
        } catch (DataException | InvalidSettingException | IllegalArgumentException e) {
            System.err.println("The pilot cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void print(List<Architecture> networks, Map<String, Recipe> recipes, PrintStream out) {
        // All are asked for before any is waited for, so that the laboratory can train the longest first.
        networks.forEach(network -> recipes.values().forEach(recipe -> runs(network, recipe)));
        out.printf(
                "%d images, %d batches of %d; training errors over the first quarter / training errors / test errors in %%, a number for each of %d tuning seeds%n%n",
                data.training().size(), iterations, batch, seeds);
        out.println(recipes.keySet().stream()
                .map(name -> " " + name + " |")
                .collect(Collectors.joining("", "| network |", "")));
        out.println("|---".repeat(recipes.size() + 1) + "|");
        for (Architecture network : networks) {
            out.println(recipes.values().stream()
                    .map(recipe -> errors(runs(network, recipe).stream()
                            .map(CompletableFuture::join)
                            .toList()))
                    .collect(Collectors.joining(" | ", "| " + network.name() + " | ", " |")));
        }
    }

    /** By the heading of their column. */
    private Map<String, Recipe> recipes(List<Double> rates, boolean warmUp) {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        for (double rate : rates) {
            Recipe recipe = Recipes.sgd(
                    rate, batch, iterations, List.of(iterations / 2, iterations * 3 / 4), Augmentation.NONE);
            recipes.put("rate " + rate, recipe);
            if (warmUp) {
                recipes.put("rate %s with warm-up".formatted(rate), Recipes.warmedUp(recipe));
            }
        }
        return recipes;
    }

    private List<CompletableFuture<RunOutcome>> runs(Architecture network, Recipe recipe) {
        return IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> laboratory.submit(new Run(
                        network.build(
                                data.description().image(),
                                Scale.QUICK_WIDTH,
                                data.description().classes()),
                        data.description(),
                        recipe,
                        seed)))
                .toList();
    }

    private static String errors(List<RunOutcome> runs) {
        return Stream.of(EARLY, Observable.TRAINING_ERROR, Observable.TEST_ERROR)
                .map(observable -> observable.described().source())
                .map(source -> runs.stream()
                        .map(run -> String.format(
                                Locale.ROOT, "%.1f", source.of(run).orElseThrow()))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }

    static <T> List<T> list(String text, Function<String, T> item) {
        return Arrays.stream(text.split(",")).map(String::strip).map(item).toList();
    }

    /** The network of a name such as {@code plain-20} or {@code ResNet-56 (single layers)}. */
    static Architecture network(String name) {
        Matcher parts = NAME.matcher(name);
        IntFunction<Architecture> family = parts.matches() ? FAMILIES.get(parts.group(1) + parts.group(3)) : null;
        if (family == null) {
            throw new IllegalArgumentException(
                    "there is no network \"%s\": name some like plain-20, ResNet-56 and ResNet-56 (single layers)"
                            .formatted(name));
        }
        return family.apply(Integer.parseInt(parts.group(2)));
    }

    private static Architecture plain(int depth) {
        return IMAGENET_DEPTHS.contains(depth) ? ImageNetNetworks.plain(depth) : CifarNetworks.plain(depth);
    }

    private static Architecture residual(int depth) {
        return IMAGENET_DEPTHS.contains(depth) ? ImageNetNetworks.residual(depth) : CifarNetworks.residual(depth);
    }

    private static Architecture residual(int depth, Shortcut option) {
        return IMAGENET_DEPTHS.contains(depth)
                ? ImageNetNetworks.residual(depth, option)
                : CifarNetworks.residual(depth, option);
    }
}
