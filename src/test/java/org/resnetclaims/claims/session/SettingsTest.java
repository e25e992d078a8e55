package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.training.Precision;

class SettingsTest {

    /** Tests stand in the folder of the suite. */
    private static final Path HERE = Path.of("").toAbsolutePath();

    private final Properties properties = new Properties();

    @Test
    void every_setting_has_a_default() {
        Settings settings = Settings.from(properties);

        assertThat(settings.scale()).isEqualTo(Scale.QUICK);
        assertThat(settings.datasetFolder()).isEqualTo(HERE.resolve("datasets/fashion-mnist"));
        assertThat(settings.engine()).isEqualTo("deeplearning4j");
        assertThat(settings.precision()).isEqualTo(Precision.FULL);
        assertThat(settings.cudaLibraries()).isEmpty();
        assertThat(settings.results()).isEqualTo(HERE.resolve("results/claim"));
        assertThat(settings.parallelRuns()).isEmpty();
        assertThat(settings.archive()).isEqualTo(HERE.resolve("results/archive"));
        assertThat(settings.archiveLimit()).isEqualTo(2L << 30);
        assertThat(settings.fresh()).isFalse();
        assertThat(settings.strict()).isFalse();
        assertThat(settings.costly()).isFalse();
        assertThat(settings.seeds()).isEqualTo(new Seeds(0));
        assertThat(settings.history()).isEqualTo(HERE.resolve("results/history.jsonl"));
    }

    @Test
    void an_empty_value_is_none() {
        properties.setProperty("dataset.dir", "");
        properties.setProperty("parallelRuns", "");

        assertThat(Settings.from(properties)).isEqualTo(Settings.from(new Properties()));
    }

    @Test
    void what_the_user_sets_is_taken() {
        properties.setProperty("scale", "paper");
        properties.setProperty("dataset", "cifar-10");
        properties.setProperty("dataset.dir", "images");
        properties.setProperty("engine", "libtorch");
        properties.setProperty("precision", "tf32");
        properties.setProperty("cuda.libraries", "src" + File.pathSeparator + "datasets");
        properties.setProperty("parallelRuns", "3");
        properties.setProperty("archive.dir", "down/../attic");
        properties.setProperty("claim.limit", "90");
        properties.setProperty("archive.limit", "500m");
        properties.setProperty("fresh", "true");
        properties.setProperty("strict", "true");
        properties.setProperty("costly", "true");
        properties.setProperty("seeds", "20261121");
        properties.setProperty("history", "nights.jsonl");

        Settings settings = Settings.from(properties);

        assertThat(settings.scale()).isEqualTo(Scale.PAPER);
        assertThat(settings.dataset()).isEqualTo("cifar-10");
        assertThat(settings.datasetFolder()).isEqualTo(HERE.resolve("images"));
        assertThat(settings.engine()).isEqualTo("libtorch");
        assertThat(settings.precision()).isEqualTo(Precision.TF32);
        assertThat(settings.cudaLibraries()).containsExactly(HERE.resolve("src"), HERE.resolve("datasets"));
        assertThat(settings.parallelRuns()).hasValue(3);
        assertThat(settings.archive()).isEqualTo(HERE.resolve("attic"));
        assertThat(settings.archiveLimit()).isEqualTo(500L << 20);
        assertThat(settings.fresh()).isTrue();
        assertThat(settings.strict()).isTrue();
        assertThat(settings.costly()).isTrue();
        assertThat(settings.seeds()).isEqualTo(new Seeds(20_261_121));
        assertThat(settings.claimLimit()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.history()).isEqualTo(HERE.resolve("nights.jsonl"));
    }

    @Test
    void an_unknown_scale_is_refused() {
        refuses("scale", "huge", "There is no scale \"huge\": set -Dscale to one of quick, standard, paper");
    }

    @Test
    void what_is_no_number_of_runs_is_refused() {
        for (String value : new String[] {"0", "-1", "two", "99999999999"}) {
            refuses(
                    "parallelRuns",
                    value,
                    "-DparallelRuns=%s is not a whole number from 1 to 9999: set it to how many runs to train at once"
                            .formatted(value));
        }
    }

    @Test
    void what_is_no_size_is_refused() {
        for (String value : new String[] {"2", "-1g", "2G", "1.5g", "9999999g", "all"}) {
            refuses(
                    "archive.limit",
                    value,
                    "-Darchive.limit=%s is not a size such as 500m or 2g: set it to what the trained networks in the archive may take"
                            .formatted(value));
        }
    }

    @Test
    void what_is_no_draw_of_seeds_is_refused() {
        for (String value : new String[] {"-1", "today", "2026-11-21", "1000000000"}) {
            refuses(
                    "seeds",
                    value,
                    "-Dseeds=%s is not a whole number from 0 to 999999999: set it to the number of a draw of seeds, such as the date"
                            .formatted(value));
        }
    }

    @Test
    void what_is_no_number_of_minutes_is_refused() {
        for (String value : new String[] {"0", "-1", "1.5", "10m"}) {
            refuses(
                    "claim.limit",
                    value,
                    "-Dclaim.limit=%s is not a whole number from 1 to 999999: set it to how many minutes a claim may neither train nor end"
                            .formatted(value));
        }
    }

    @Test
    void a_precision_that_no_engine_has_is_refused() {
        refuses("precision", "half", "-Dprecision=half is neither full nor tf32: set it to one of these");
    }

    @Test
    void folders_of_libraries_that_are_not_there_are_refused() {
        refuses(
                "cuda.libraries",
                "src" + File.pathSeparator + "nowhere",
                "There is no folder %s: set -Dcuda.libraries to one, or to several with a %s between them"
                        .formatted(HERE.resolve("nowhere"), File.pathSeparator));
    }

    @Test
    void what_is_neither_true_nor_false_is_refused() {
        refuses("fresh", "1", "-Dfresh=1 is neither true nor false: set it to one of these");
        properties.remove("fresh");
        refuses("strict", "yes", "-Dstrict=yes is neither true nor false: set it to one of these");
    }

    @Test
    void are_what_the_build_passes_on() throws IOException {
        Set<String> asked = new TreeSet<>();
        Settings.from(new Properties() {
            @Override
            public String getProperty(String name) {
                asked.add(name);
                return super.getProperty(name);
            }
        });

        Set<String> passedOn = Pattern.compile("<propertyref name=\"(.*)\"/>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(passedOn).isEqualTo(asked);
        assertThat(Settings.NAMES).hasSameElementsAs(asked);
    }

    private void refuses(String name, String value, String message) {
        properties.setProperty(name, value);

        assertThatThrownBy(() -> Settings.from(properties))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message);
    }
}
