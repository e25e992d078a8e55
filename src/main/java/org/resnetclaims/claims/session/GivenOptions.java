package org.resnetclaims.claims.session;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The names of the options {@code -Dname=value} with which a user has started Maven or this JVM. Maven takes any name,
 * so one that is misspelt would change nothing without a word.
 */
public final class GivenOptions {

    /** Those that the build makes use of; all others belong to Maven and its plugins, where they are no settings. */
    private static final List<String> OF_THE_BUILD = List.of(
            "heap",
            "claim",
            "examine",
            "examine.split",
            "examine.networks",
            "pilot.networks",
            "pilot.rates",
            "pilot.images",
            "pilot.batch",
            "pilot.iterations",
            "pilot.seeds",
            "pilot.warmup",
            "benchmark.rounds");

    private static final Set<String> OF_MAVEN =
            Set.of("skipTests", "skipITs", "test", "it.test", "groups", "style.color", "argLine", "forkCount");

    private static final Pattern OPTION = Pattern.compile("(?<!\\S)-D\\s*([^=\\s\"']+)");

    private static final Pattern NO_CLAIM = Pattern.compile("(?<!\\S)-D\\s*claim=?(\\s|$)");

    /** Above it two names are taken for one; 1 is the similarity of equal ones. */
    private static final double ALIKE = 0.88;

    private GivenOptions() {}

    /**
     * Of this JVM, and of Maven where that has started it: its start script leaves its arguments in the environment.
     *
     * @throws InvalidSettingException if one of them seems to be meant for a setting
     */
    public static void check() {
        String maven = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "");
        List<String> java = ManagementFactory.getRuntimeMXBean().getInputArguments();
        String all = maven + " " + String.join(" ", java);
        objection(all).ifPresent(why -> {
            throw new InvalidSettingException(why);
        });
        unknown(maven).forEach(System.out::println);
    }

    /** Why not to start with these arguments; empty if no option in them is misspelt. */
    static Optional<String> objection(String arguments) {
        if (NO_CLAIM.matcher(arguments).find()) {
            // Maven takes it for none at all, and would judge every claim.
            return Optional.of(
                    "-Dclaim= names no claim: set it to an id, a folder or a pattern, or leave it out to judge all");
        }
        return unknownNames(arguments)
                .filter(name -> similarity(name, nearest(name)) >= ALIKE)
                .map(name -> "There is no setting -D%s: the nearest is -D%s".formatted(name, nearest(name)))
                .findFirst();
    }

    /**
     * A sentence for each option without a dot in its name, as those of Maven's plugins mostly have, that nobody knows.
     */
    static List<String> unknown(String arguments) {
        return unknownNames(arguments)
                .filter(name -> !name.contains("."))
                .map(name -> "-D%s is no setting of the suite, which leaves it to Maven: its settings are %s"
                        .formatted(name, String.join(", ", Settings.NAMES)))
                .toList();
    }

    private static Stream<String> unknownNames(String arguments) {
        return OPTION.matcher(arguments)
                .results()
                .map((MatchResult option) -> option.group(1))
                .filter(name -> names().noneMatch(name::equals) && !OF_MAVEN.contains(name));
    }

    private static String nearest(String name) {
        return names().max(Comparator.comparingDouble(known -> similarity(name, known)))
                .orElseThrow();
    }

    private static Stream<String> names() {
        return Stream.concat(Settings.NAMES.stream(), OF_THE_BUILD.stream());
    }

    private static double similarity(String a, String b) {
        return new JaroWinklerSimilarity().apply(plain(a), plain(b));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
