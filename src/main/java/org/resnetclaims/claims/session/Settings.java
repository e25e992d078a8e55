package org.resnetclaims.claims.session;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.training.Precision;

/**
 * What a user sets with {@code -D} on the command line, or in the settings of whatever starts a claim. A folder that
 * the user names is relative to where the user stands; the others lie in the folder of the suite. All are absolute
 * here.
 *
 * @param datasetDir empty for where the suite keeps the data set
 * @param engine the name of the engine that trains
 * @param cudaLibraries the folders in which CUDA's libraries are looked for first
 * @param archive where outcomes of runs are kept for later sessions
 * @param archiveLimit how many bytes the trained networks there may take
 * @param fresh whether to train anew what the archive has
 * @param parallelRuns empty for as many as the engine recommends
 * @param seeds which draw of seeds the claims are judged on
 * @param history the file that keeps the results of all sessions
 * @param strict whether an inconclusive claim fails the build
 * @param costly whether claims are judged too that are declared to be costly
 * @param claimLimit how long a claim may neither train nor end
 */
public record Settings(
        Scale scale,
        String dataset,
        Optional<Path> datasetDir,
        String engine,
        Precision precision,
        List<Path> cudaLibraries,
        Path results,
        Path archive,
        long archiveLimit,
        boolean fresh,
        OptionalInt parallelRuns,
        Seeds seeds,
        Path history,
        boolean strict,
        boolean costly,
        Duration claimLimit) {

    /** The names of all settings. */
    public static final List<String> NAMES = List.of(
            "scale",
            "dataset",
            "dataset.dir",
            "engine",
            "precision",
            "cuda.libraries",
            "results.dir",
            "archive.dir",
            "archive.limit",
            "fresh",
            "parallelRuns",
            "seeds",
            "history",
            "strict",
            "costly",
            "claim.limit");

    /** @throws InvalidSettingException if a value is none of those allowed */
    public static Settings from(Properties properties) {
        return new Settings(
                scale(value(properties, "scale").orElse("quick")),
                value(properties, "dataset").orElse("fashion-mnist"),
                value(properties, "dataset.dir").map(dir -> path("dataset.dir", dir)),
                value(properties, "engine").orElse("deeplearning4j"),
                precision(value(properties, "precision").orElse("full")),
                folders("cuda.libraries", value(properties, "cuda.libraries")),
                path(properties, "results.dir", "results/claim"),
                path(properties, "archive.dir", "results/archive"),
                archiveLimit(value(properties, "archive.limit").orElse("2g")),
                flag(properties, "fresh"),
                parallelRuns(value(properties, "parallelRuns")),
                seeds(value(properties, "seeds").orElse("0")),
                path(properties, "history", "results/history.jsonl"),
                flag(properties, "strict"),
                flag(properties, "costly"),
                minutes(value(properties, "claim.limit").orElse("10")));
    }

    /** The folder of the data set. */
    public Path datasetFolder() {
        return datasetDir.orElseGet(() -> Project.FOLDER.resolve(Datasets.folder(dataset)));
    }

    // Maven passes a property without a value on as an empty one.
    private static Optional<String> value(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static Scale scale(String value) {
        return Scale.named(value)
                .orElseThrow(() -> new InvalidSettingException("There is no scale \"%s\": set -Dscale to one of %s"
                        .formatted(
                                value,
                                Stream.of(Scale.values()).map(Scale::toString).collect(Collectors.joining(", ")))));
    }

    private static Precision precision(String value) {
        return Stream.of(Precision.values())
                .filter(precision -> precision.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "-Dprecision=%s is neither full nor tf32: set it to one of these".formatted(value)));
    }

    private static List<Path> folders(String name, Optional<String> value) {
        List<Path> folders = value.stream()
                .flatMap(list -> Stream.of(list.split(File.pathSeparator)))
                .map(folder -> path(name, folder))
                .toList();
        folders.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new InvalidSettingException(
                            "There is no folder %s: set -D%s to one, or to several with a %s between them"
                                    .formatted(folder, name, File.pathSeparator));
                });
        return folders;
    }

    private static Path path(Properties properties, String name, String otherwise) {
        return value(properties, name)
                .map(given -> path(name, given))
                .orElseGet(() -> Project.FOLDER.resolve(otherwise));
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidSettingException("-D%s=%s is not a path: %s".formatted(name, value, e.getReason()), e);
        }
    }

    private static long archiveLimit(String value) {
        if (!value.matches("[0-9]{1,6}[mg]")) {
            throw new InvalidSettingException(
                    "-Darchive.limit=%s is not a size such as 500m or 2g: set it to what the trained networks in the archive may take"
                            .formatted(value));
        }
        long number = Long.parseLong(value.substring(0, value.length() - 1));
        return value.endsWith("g") ? number << 30 : number << 20;
    }

    private static OptionalInt parallelRuns(Optional<String> value) {
        value.filter(text -> !text.matches("[1-9][0-9]{0,3}")).ifPresent(text -> {
            throw new InvalidSettingException(
                    "-DparallelRuns=%s is not a whole number from 1 to 9999: set it to how many runs to train at once"
                            .formatted(text));
        });
        return value.stream().mapToInt(Integer::parseInt).findFirst();
    }

    private static Seeds seeds(String value) {
        if (!value.matches("0|[1-9][0-9]{0,8}")) {
            throw new InvalidSettingException(
                    "-Dseeds=%s is not a whole number from 0 to %d: set it to the number of a draw of seeds, such as the date"
                            .formatted(value, Seeds.MOST_DRAWS));
        }
        return new Seeds(Long.parseLong(value));
    }

    private static Duration minutes(String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidSettingException(
                    "-Dclaim.limit=%s is not a whole number from 1 to 999999: set it to how many minutes a claim may neither train nor end"
                            .formatted(value));
        }
        return Duration.ofMinutes(Long.parseLong(value));
    }

    private static boolean flag(Properties properties, String name) {
        String value = value(properties, name).orElse("false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidSettingException(
                        "-D%s=%s is neither true nor false: set it to one of these".formatted(name, value));
        };
    }
}
