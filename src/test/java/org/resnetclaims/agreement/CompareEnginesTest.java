package org.resnetclaims.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.resnetclaims.agreement.MadeUpSession.arm;
import static org.resnetclaims.agreement.MadeUpSession.shifted;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.files.Json;

class CompareEnginesTest {

    private static final String DEGRADATION = "fig1.plain-56-trains-worse-than-plain-20";
    private static final ArmRecord DEEP = arm("plain-56", 47, 56, 62);
    private static final ArmRecord SHALLOW = arm("plain-20", 14, 14.3, 14.6);

    @TempDir
    private Path folder;

    @Test
    void engines_with_the_same_verdicts_and_like_errors_agree() throws IOException {
        assertThat(compare(degradation(DEEP, SHALLOW), degradation(shifted(DEEP, 1), shifted(SHALLOW, -0.2))))
                .isEmpty();
        assertThat(page())
                .contains(
                        "**1 of 1 claims come to the same on both engines; of 4 comparisons of errors, 2 are EQUIVALENT, 0 DIFFERENT and 2 UNDECIDED.**")
                .contains("| %s | REPRODUCED | REPRODUCED | yes |".formatted(DEGRADATION))
                .contains(
                        "| plain-20 | training error | 14.30 ± 0.30 | 14.10 ± 0.30 | 3 and 3 | +0.20 (-0.32 to +0.72) |")
                .containsPattern("plain-56 \\| training error .* UNDECIDED")
                .containsPattern("plain-20 \\| test error .* EQUIVALENT");
    }

    @Test
    void a_verdict_that_differs_is_a_disagreement() throws IOException {
        assertThat(compare(degradation(DEEP, SHALLOW), degradation(SHALLOW, DEEP)))
                .containsExactly(
                        "The claim %s is REPRODUCED on deeplearning4j and REFUTED on libtorch".formatted(DEGRADATION));
        assertThat(page()).contains("| REPRODUCED | REFUTED | **no** |").contains("**0 of 1 claims");
    }

    @Test
    void an_arm_that_is_shifted_by_more_than_the_margin_is_a_disagreement_though_all_verdicts_agree()
            throws IOException {
        assertThat(compare(degradation(DEEP, SHALLOW), degradation(DEEP, shifted(SHALLOW, 5))))
                .containsExactly(
                        "The training error of plain-20 differs by more than 1 point: 14.30 ± 0.30 on deeplearning4j and 19.30 ± 0.30 on libtorch, a difference of -5.00 (-5.52 to -4.48)",
                        "The test error of plain-20 differs by more than 2 points: 17.30 ± 0.30 on deeplearning4j and 22.30 ± 0.30 on libtorch, a difference of -5.00 (-5.52 to -4.48)");
        assertThat(page()).contains("| yes |").contains("| **DIFFERENT** |");
    }

    @Test
    void an_arm_whose_runs_all_end_at_the_same_error_on_both_engines_is_alike() throws IOException {
        ArmRecord guessing = arm("plain-56", 90, 90, 90);
        ArmRecord residual = arm("ResNet-20", 0, 0, 0);
        assertThat(compare(degradation(guessing, residual), degradation(guessing, residual)))
                .isEmpty();
        assertThat(page())
                .contains("| ResNet-20 | training error | 0.00 ± 0.00 | 0.00 ± 0.00 | 3 and 3 |")
                .contains("4 are EQUIVALENT");
    }

    @Test
    void a_claim_and_an_arm_that_one_engine_lacks_are_shown() throws IOException {
        MadeUpSession more = degradation(DEEP, SHALLOW).with("fig6.another", DEEP, arm("ResNet-20", 0, 0, 0));
        assertThat(compare(more, degradation(DEEP, SHALLOW)))
                .containsExactly("The claim fig6.another is REPRODUCED on deeplearning4j and missing on libtorch");
        assertThat(page())
                .contains("| ResNet-20 | test error | 3.00 ± 0.00 | none | 3 and 0 | none | 1.0000 | UNDECIDED |");
    }

    @Test
    void an_arm_that_several_claims_share_counts_once_with_all_its_runs() throws IOException {
        ArmRecord longer = arm("plain-20", 14, 14.3, 14.6, 14.2, 14.4);
        MadeUpSession both =
                degradation(DEEP, SHALLOW).with("fig6.another", arm("plain-56", 47, 56, 62, 50, 51), longer);
        compare(both, degradation(DEEP, SHALLOW));
        JsonNode arms =
                Json.MAPPER.readTree(folder.resolve("agreement.json").toFile()).get("arms");
        assertThat(arms).hasSize(4);
        assertThat(arms.get(2).get("arm").asText()).isEqualTo("plain-20");
        assertThat(arms.get(2).get("first")).hasSize(5);
        assertThat(arms.get(2).get("second")).hasSize(3);
    }

    @Test
    void the_same_records_give_the_same_bytes() throws IOException {
        compare(degradation(DEEP, SHALLOW), degradation(SHALLOW, DEEP));
        byte[] json = Files.readAllBytes(folder.resolve("agreement.json"));
        String page = page();
        compare(degradation(DEEP, SHALLOW), degradation(SHALLOW, DEEP));
        assertThat(folder.resolve("agreement.json")).hasBinaryContent(json);
        assertThat(page()).isEqualTo(page);
    }

    @Test
    void sessions_that_differ_in_more_than_the_engine_are_refused() {
        assertThatThrownBy(() -> compare(
                        degradation(DEEP, SHALLOW), new MadeUpSession("standard").with(DEGRADATION, DEEP, SHALLOW)))
                .isInstanceOf(EvidenceException.class)
                .hasMessage(
                        "The two sessions have unlike scales, quick and standard: judge the claims on both engines with the same settings");
        assertThat(folder.resolve("agreement.md")).doesNotExist();
    }

    @Test
    void an_engine_is_not_set_against_itself() {
        Path one = degradation(DEEP, SHALLOW).in(folder.resolve("one"), "libtorch");
        assertThatThrownBy(() -> CompareEngines.compare(one, one, folder))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("agrees with itself");
    }

    @Test
    void a_session_that_did_not_start_is_named() {
        Path one = degradation(DEEP, SHALLOW).in(folder.resolve("one"), "libtorch");
        assertThatThrownBy(() -> CompareEngines.compare(one, folder.resolve("other"), folder))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("There are no results in %s".formatted(folder.resolve("other")));
    }

    private static MadeUpSession degradation(ArmRecord deep, ArmRecord shallow) {
        return new MadeUpSession("quick").with(DEGRADATION, deep, shallow);
    }

    private List<String> compare(MadeUpSession first, MadeUpSession second) {
        return CompareEngines.compare(
                first.in(folder.resolve("one"), "deeplearning4j"),
                second.in(folder.resolve("two"), "libtorch"),
                folder);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("agreement.md"));
    }
}
