package org.resnetclaims.laboratory.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.training.Trainer;

/** Edits the suite's own sources, and looks whether its runs would be trained again. */
class CodeFingerprintTest {

    private static final Class<? extends LabelledImages> IMAGES_CLASS = Datasets.load(
                    "fashion-mnist", Path.of("datasets", "fashion-mnist"))
            .reduced(10, 10, 1)
            .training()
            .getClass();

    /** What trains a run. */
    private static final List<Class<?>> ROOTS = List.of(Trainer.class, Dl4jEngine.class, IMAGES_CLASS);

    private static final String LOOP = "training/Training";
    private static final String INITIAL_WEIGHTS = "training/InitialState";
    private static final String IMAGES = "data/readers/HeapImages";

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String SUITE = "org/resnetclaims/";
    private static final String COMMENT = "/* A comment\n of several lines. */\n";

    private static final ClassLoader UNEDITED = CodeFingerprintTest.class.getClassLoader();
    private static final String FINGERPRINT = CodeFingerprint.of(ROOTS);

    @TempDir
    private Path folder;

    static Stream<Arguments> idle_edits() {
        return Stream.of(
                edit("a download", "data/downloads/Downloads", "MEGABYTE = 1e6", "MEGABYTE = 2e6"),
                edit("a reader", "data/readers/PngChunks", "length < 0", "length < 1"),
                edit("a comment of a reader", "data/readers/PngChunks", "final class", COMMENT + "final class"),
                edit("a chart", "report/charts/TrainingCurves", ".setYAxisMin(0.0)", ".setYAxisMin(1.0)"),
                edit("the archive", "laboratory/RunEntry", "final class", "@Deprecated final class"),
                edit("a comment of the loop", LOOP, "final class", COMMENT + "final class"),
                edit("an exception put together by the loop", LOOP, "it was given up at", "it ended at"),
                edit("an exception of a kernel", "dl4j/kernels/OneDnn", "oneDNN refused a", "oneDNN rejected the"),
                edit("an exception of the batches", "data/Batches", "A batch needs", "A batch has"),
                edit("a formatted exception", "network/Shape", "A shape needs positive sizes", "Sizes are positive"),
                edit("a null check", "data/DatasetDescription", "a data set has no name", "the name is missing"));
    }

    @ParameterizedTest
    @MethodSource("idle_edits")
    void an_edit_that_can_change_no_bits_changes_nothing(String what, String file, String from, String to)
            throws IOException {
        assertThat(CodeFingerprint.of(edited(file, from, to), ROOTS)).isEqualTo(FINGERPRINT);
    }

    static Stream<Arguments> edits_of_computations() {
        return Stream.of(
                edit("the loop", LOOP, "Double.isFinite(score", "Double.isNaN(score"),
                edit("a constant of the loop", LOOP, "LONGEST_CURVE_STEP = 1000", "LONGEST_CURVE_STEP = 999"),
                edit("a kernel", "dl4j/kernels/OneDnnNormalisation", "(1 - RUNNING_DECAY)", "(2 - RUNNING_DECAY)"),
                edit("a constant of a kernel", "dl4j/kernels/UnitKernel", "RUNNING_DECAY = 0.9", "RUNNING_DECAY = 0.8"),
                edit(
                        "what a kernel is asked for by name",
                        "dl4j/kernels/LibNd4jNormalisation",
                        "\"relu\"",
                        "\"relu6\""),
                edit(
                        "the optimiser",
                        "dl4j/HeavyBall",
                        "add(velocity, -1, parameters)",
                        "add(velocity, 1, parameters)"),
                edit("the initial weights", INITIAL_WEIGHTS, "Math.sqrt(2.0 /", "Math.sqrt(1.0 /"),
                edit("the order of batches", "data/Batches", "position / images", "(position + 1) / images"),
                edit("the random numbers", "data/RandomStream", "nextInt(i + 1)", "nextInt(i + 2)"),
                edit("a constant of the images", IMAGES, "value / 255f", "value / 256f"),
                edit("the learning rate", "training/Recipe", "Math.pow(10, ", "Math.pow(5, "),
                edit("the identity of a run", "training/Run", "seed %d", "seed number %d"));
    }

    @ParameterizedTest
    @MethodSource("edits_of_computations")
    void an_edit_of_what_is_computed_changes_it(String what, String file, String from, String to) throws IOException {
        assertThat(CodeFingerprint.of(edited(file, from, to), ROOTS)).isNotEqualTo(FINGERPRINT);
    }

    @Test
    void comments_everywhere_and_other_options_of_the_compiler_change_nothing() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String name : reached()) {
            String file = SUITE + name.replaceAll("\\$.*", "") + ".java";
            sources.put(file, COMMENT + Files.readString(SOURCES.resolve(file)));
        }

        ClassLoader loader = Compilation.of(folder, sources, "-g:none", "-parameters");

        assertThat(CodeFingerprint.of(loader, ROOTS)).isEqualTo(FINGERPRINT);
    }

    @Test
    void training_reaches_no_readers_and_no_rooms_that_only_look_at_outcomes() {
        assertThat(reached())
                .contains(
                        LOOP,
                        INITIAL_WEIGHTS,
                        "dl4j/kernels/OneDnnConvolution",
                        "data/Batches",
                        "network/Layer$Convolution")
                // Images that were read stay, and their readers do not.
                .allMatch(name -> name.matches("(data|dl4j(/kernels)?|files|gpu|network|training)/[^/]+|" + IMAGES));
    }

    @Test
    void the_order_of_the_roots_is_of_no_matter() {
        assertThat(CodeFingerprint.of(List.of(IMAGES_CLASS, Trainer.class, Dl4jEngine.class)))
                .isEqualTo(FINGERPRINT);
    }

    @Test
    void code_beside_a_root_counts_wherever_that_lies() throws Exception {
        String root = "package figure1; public final class Root { int value() { return Helper.VALUE.length(); } }";
        String helper = "package figure1; final class Helper { static final String VALUE = \"\" + %d; }";
        ClassLoader one = Compilation.of(
                folder.resolve("1"), Map.of("figure1/Root.java", root, "figure1/Helper.java", helper.formatted(1)));
        ClassLoader two = Compilation.of(
                folder.resolve("2"), Map.of("figure1/Root.java", root, "figure1/Helper.java", helper.formatted(2)));

        assertThat(CodeFingerprint.of(one, List.of(one.loadClass("figure1.Root"))))
                .isNotEqualTo(CodeFingerprint.of(two, List.of(two.loadClass("figure1.Root"))));
    }

    @Test
    void a_lambda_is_refused_as_a_root() {
        Runnable lambda = () -> {};

        assertThatThrownBy(() -> CodeFingerprint.of(List.of(lambda.getClass())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no class file")
                .hasMessageContaining("rather than as a lambda");
    }

    private ClassLoader edited(String name, String from, String to) throws IOException {
        String file = SUITE + name + ".java";
        String source = Files.readString(SOURCES.resolve(file));
        assertThat(source).contains(from);
        return Compilation.of(folder, Map.of(file, source.replace(from, to)));
    }

    private static Set<String> reached() {
        return CodeFingerprint.closure(UNEDITED, ROOTS).keySet().stream()
                .map(name -> name.substring(SUITE.length()))
                .collect(Collectors.toSet());
    }

    private static Arguments edit(String what, String file, String from, String to) {
        return Arguments.of(what, file, from, to);
    }
}
