package org.resnetclaims.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.files.Json;

class AugmentationTest {

    @Test
    void an_augmentation_without_mixup_reads_as_it_did_before_there_was_any() {
        assertThat(new Augmentation(4, true)).hasToString("Augmentation[padding=4, horizontalFlip=true]");
        assertThat(new Augmentation(4, true, 0.2))
                .hasToString("Augmentation[padding=4, horizontalFlip=true, mixup=0.2]");
    }

    @Test
    void an_augmentation_comes_back_from_json_also_from_before_there_was_mixup() throws JsonProcessingException {
        for (Augmentation augmentation :
                new Augmentation[] {new Augmentation(4, true), new Augmentation(0, false, 1)}) {
            assertThat(read(Json.MAPPER.writeValueAsString(augmentation))).isEqualTo(augmentation);
        }
        assertThat(read("{\"padding\": 4, \"horizontalFlip\": true}")).isEqualTo(new Augmentation(4, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"padding\": 4}",
                "{\"padding\": 4, \"horizontalFlip\": true, \"rotation\": 1}",
                "{\"padding\": 4, \"mixup\": 0.5}",
                "{\"padding\": 4, \"horizontalFlip\": true, \"mixup\": null}"
            })
    void json_that_lacks_something_or_has_more_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }

    private static Augmentation read(String json) throws JsonProcessingException {
        return Json.MAPPER.readValue(json, Augmentation.class);
    }
}
