package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Fixtures;

class BadgeTest {

    @Test
    void counts_trained_claims_and_arithmetic_apart() throws Exception {
        Badge badge = badge(
                Fixtures.degradation(3),
                Fixtures.costs(),
                Fixtures.expectedToBeRefuted(Fixtures.multiplyAdds(), "4.09 for 3.8", "counted otherwise"));

        assertThat(badge.message())
                .isEqualTo("trained: 1 reproduced | arithmetic: 1 reproduced, 1 refuted as expected");
        String svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(badge.svg()))
                .getDocumentElement()
                .getAttribute("aria-label");
        assertThat(svg).isEqualTo("ResNet claims: " + badge.message());
    }

    @Test
    void is_what_shields_io_reads() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(badge(Fixtures.degradation(3)).json());

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"schemaVersion": 1, "label": "ResNet claims", "message": "trained: 1 reproduced", "color": "#006b4c"}
                """));
    }

    @Test
    void has_the_colour_of_the_worst_that_nobody_expected() {
        ClaimRecord refuted = Fixtures.multiplyAdds();

        assertThat(badge(Fixtures.degradation(3), refuted).color()).isEqualTo("#b02a00");
        assertThat(badge(Fixtures.degradation(3), Fixtures.expectedToBeRefuted(refuted, "figures", "reason"))
                        .color())
                .isEqualTo("#006b4c");
        assertThat(badge(Fixtures.expectedToBeRefuted(Fixtures.degradation(3), "figures", "reason"))
                        .color())
                .isEqualTo("#b02a00");
        assertThat(badge(Fixtures.degradation(3), Fixtures.withDivergedRun()).color())
                .isEqualTo("#7a5200");
    }

    @Test
    void is_grey_where_no_trained_claim_was_judged() {
        Badge badge = badge(Fixtures.costs());

        assertThat(badge.message()).isEqualTo("trained: none judged | arithmetic: 1 reproduced");
        assertThat(badge.color()).isEqualTo("#59626d");
    }

    private static Badge badge(ClaimRecord... claims) {
        return Badge.of(ReportBuilder.build(Fixtures.session(), List.of(claims), List.of(), Map.of(), List.of(), null));
    }
}
