package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.training.Recipe;

class ScaleInWordsTest {

    @Test
    void says_networks_images_batches_and_seeds_as_they_are_recorded() {
        DatasetDescription data = Fixtures.session().dataset();
        ArmRecord arm = Fixtures.judged(Fixtures.degradation(3)).arms().get(0);

        assertThat(of(Fixtures.degradation(3)).setup())
                .isEqualTo(
                        "networks %d filters wide in the first stage, trained on %s images of fashion-mnist averaged to %d × %d pixels for %d batches of %d, tested on %s others; %d seeds per network"
                                .formatted(
                                        arm.width(),
                                        Numbers.value(data.trainingImages()),
                                        data.image().height(),
                                        data.image().width(),
                                        Fixtures.RECIPE.iterations(),
                                        Fixtures.RECIPE.batchSize(),
                                        Numbers.value(data.testImages()),
                                        arm.seeds().size()));
    }

    @Test
    void says_how_far_some_go_beside_what_most_do() {
        ClaimRecord longer = trained(Fixtures.again(Fixtures.degradation(4), "fig1.longer"), 3);
        Recipe usual = Fixtures.RECIPE;

        assertThat(of(Fixtures.degradation(3), longer).setup())
                .contains(
                        "for %d batches of %d (some %d to %s)"
                                .formatted(
                                        usual.iterations(),
                                        usual.batchSize(),
                                        usual.iterations(),
                                        Numbers.value(usual.stretched(3).iterations())),
                        "; 3 to 4 seeds per network");
    }

    @Test
    void says_so_where_nothing_was_trained() {
        assertThat(of(Fixtures.costs()).setup()).startsWith("no trained claim judged; 4,000 images of fashion-mnist");
    }

    /** With its first arm trained for so many times the iterations. */
    private static ClaimRecord trained(ClaimRecord claim, double times) {
        ClaimState.Judged judged = Fixtures.judged(claim);
        ArmRecord first = judged.arms().get(0);
        ArmRecord longer = new ArmRecord(
                first.name(),
                first.network(),
                first.width(),
                first.recipe().stretched(times),
                first.levelling(),
                first.runs(),
                first.numbers());
        return Fixtures.with(
                claim,
                new ClaimState.Judged(
                        judged.observable(),
                        judged.hypothesis(),
                        List.of(longer, judged.arms().get(1)),
                        judged.decision(),
                        judged.control(),
                        judged.guards()));
    }

    private static ScaleInWords of(ClaimRecord... claims) {
        return ScaleInWords.of(
                ReportBuilder.build(Fixtures.session(), List.of(claims), List.of(), Map.of(), List.of(), null));
    }
}
