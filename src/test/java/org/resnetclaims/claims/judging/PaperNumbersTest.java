package org.resnetclaims.claims.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.Origin;

class PaperNumbersTest {

    @Test
    void a_number_keeps_the_digits_that_the_paper_prints() {
        PaperNumber number = PaperNumbers.named("table3.resnet-34-c.top-5-error");

        assertThat(number.value()).isEqualTo("7.40");
        assertThat(number.number()).isEqualTo(7.4);
    }

    @Test
    void printed_numbers_are_told_from_derived_ones() {
        assertThat(PaperNumbers.named("table6.resnet-20.parameters").origin()).isEqualTo(Origin.PRINTED);
        assertThat(PaperNumbers.named("table6.resnet-20.exact-parameters").origin())
                .isEqualTo(Origin.DERIVED);
    }

    @Test
    void every_number_has_a_unit_and_a_source() throws IOException {
        List<String> names = new ArrayList<>();
        new ObjectMapper()
                .readTree(PaperNumbers.class.getResourceAsStream("paper-numbers.json"))
                .fieldNames()
                .forEachRemaining(names::add);

        assertThat(names).hasSizeGreaterThan(100).allSatisfy(name -> {
            PaperNumber number = PaperNumbers.named(name);
            assertThat(number.beside(name, number.number()).agrees()).isTrue();
            assertThat(number.unit()).isNotBlank();
            assertThat(number.source()).isNotBlank();
        });
    }

    @Test
    void an_unknown_name_is_refused() {
        assertThatThrownBy(() -> PaperNumbers.named("table99.nothing"))
                .hasMessage("There is no number \"table99.nothing\" in paper-numbers.json: add it there");
    }
}
