package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.Fuzz;
import org.resnetclaims.data.DataException;

class SettingsFuzzTest {

    @ParameterizedTest
    @CsvSource({
        "scale, standard", "dataset, cifar-10", "dataset.dir, datasets/cache/cifar-10", "results.dir, results/latest",
        "parallelRuns, 12", "strict, true"
    })
    void settings(String name, String value) throws InterruptedException {
        new Fuzz("-D" + name, Set.of(InvalidSettingException.class, DataException.class), name.substring(0, 4))
                .run(value.getBytes(StandardCharsets.UTF_8), damaged -> {
                    Properties properties = new Properties();
                    properties.setProperty(name, new String(damaged, StandardCharsets.UTF_8));
                    Settings settings = Settings.from(properties);
                    assertThat(settings.datasetFolder()).isNotNull();
                });
    }
}
