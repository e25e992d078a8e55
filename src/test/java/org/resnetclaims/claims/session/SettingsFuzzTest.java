package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.Fuzz;
import org.resnetclaims.data.DataException;

class SettingsFuzzTest {

    static Stream<Arguments> settings() {
        return Stream.of(
                setting("scale", "standard", Settings::scale),
                setting("dataset", "cifar-10", Settings::dataset),
                setting("dataset.dir", "datasets/cache/cifar-10", settings -> settings.datasetDir()
                        .orElseThrow()),
                setting("engine", "libtorch", Settings::engine),
                setting("precision", "tf32", Settings::precision),
                setting("results.dir", "results/latest", Settings::results),
                setting("archive.dir", "results/archive", Settings::archive),
                setting("seeds", "20261121", settings -> settings.seeds().draw()),
                setting("history", "results/history.jsonl", Settings::history),
                setting("fresh", "true", Settings::fresh),
                setting("parallelRuns", "12", settings -> settings.parallelRuns()
                        .orElseThrow()),
                setting("claim.limit", "90", settings -> settings.claimLimit().toMinutes()),
                setting("strict", "true", Settings::strict),
                setting("costly", "true", Settings::costly));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_is_taken_as_it_is_or_refused(String name, String value, Function<Settings, Object> read)
            throws InterruptedException {
        new Fuzz("-D" + name, Set.of(InvalidSettingException.class, DataException.class), name.substring(0, 4))
                .run(value.getBytes(StandardCharsets.UTF_8), damaged -> {
                    String text = new String(damaged, StandardCharsets.UTF_8);
                    Properties properties = new Properties();
                    properties.setProperty(name, text);
                    Settings settings = Settings.from(properties);
                    assertThat(settings.datasetFolder()).isNotNull();
                    // Maven passes a property without a value on as an empty one, and then the default holds.
                    if (!text.isBlank()) {
                        Object taken = read.apply(settings);
                        assertThat(taken)
                                .hasToString(
                                        taken instanceof Path
                                                ? Path.of(text)
                                                        .toAbsolutePath()
                                                        .normalize()
                                                        .toString()
                                                : text);
                    }
                });
    }

    private static Arguments setting(String name, String value, Function<Settings, Object> read) {
        return Arguments.of(name, value, read);
    }
}
