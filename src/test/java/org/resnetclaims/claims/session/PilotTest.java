package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PilotTest {

    @ParameterizedTest
    @CsvSource({
        "plain-20, plain-20",
        "plain-34, plain-34",
        "ResNet-56, ResNet-56",
        "ResNet-34 (option B), ResNet-34 (option B)",
        "ResNet-20 (option C), ResNet-20 (option C)",
        "ResNet-56 (single layers), ResNet-56 (single layers)"
    })
    void a_network_is_known_by_its_name(String given, String name) {
        assertThat(Pilot.network(given).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "plain-20 (option B)", "ResNet-34 (option D)", "resnet-20", "ResNet-99999", ""})
    void another_name_is_refused(String given) {
        assertThatThrownBy(() -> Pilot.network(given))
                .hasMessage(
                        "there is no network \"%s\": name some like plain-20, ResNet-56 and ResNet-56 (single layers)",
                        given);
    }
}
