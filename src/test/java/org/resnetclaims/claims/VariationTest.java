package org.resnetclaims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.session.ClaimsKit;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.report.Report;
import org.resnetclaims.report.charts.Illustrations;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.WarmUp;

/** Arms that are trained otherwise than the scale in force has it. */
class VariationTest {

    private static final Recipe QUICK = recipe(Scale.QUICK);

    @TempDir
    private Path results;

    static class TwoRecipesCase {
        @Claim(id = "two-recipes", source = "Section 4.1", statement = "A network does worse at ten times the rate")
        void a_network_does_worse_at_a_higher_rate(Experiment experiment) {
            Arm usual = experiment.train(plain(20));
            Arm fast = experiment.train(plain(20), Variation.rateTimes(10).warmedUp());

            assertThat(fast).testError().isHigherThan(usual);
        }
    }

    @Test
    void without_one_the_recipe_is_that_of_the_scale() {
        assertThat(Variation.NONE.of(QUICK)).isEqualTo(QUICK);
        assertThat(Variation.NONE.nameOf(plain(20))).isEqualTo("plain-20");
    }

    @Test
    void a_rate_is_relative_to_that_of_the_scale_or_whatever_that_is() {
        assertThat(Variation.rateTimes(0.3).of(QUICK)).isEqualTo(QUICK.atRate(0.003));
        assertThat(Variation.rateTimes(0.3).nameOf(plain(20))).isEqualTo("plain-20 (rate times 0.3)");
        assertThat(Variation.rate(0.1).of(QUICK)).isEqualTo(QUICK.atRate(0.1));
        assertThat(Variation.rate(0.1).nameOf(plain(20))).isEqualTo("plain-20 (rate 0.1)");
    }

    /** So that what a claim varies at one scale costs nothing at another that has it anyway. */
    @Test
    void the_rate_that_a_scale_has_anyway_changes_nothing() {
        assertThat(Variation.rate(0.1).of(recipe(Scale.PAPER))).isEqualTo(recipe(Scale.PAPER));
    }

    @Test
    void more_iterations_stretch_the_schedule() {
        Recipe stretched = Variation.iterationsTimes(3).of(QUICK);

        assertThat(stretched.iterations()).isEqualTo(3 * QUICK.iterations());
        assertThat(stretched.dropsAt())
                .containsExactlyElementsOf(
                        QUICK.dropsAt().stream().map(drop -> 3 * drop).toList());
        assertThat(stretched.learningRate()).isEqualTo(QUICK.learningRate());
        assertThat(Variation.iterationsTimes(3).nameOf(plain(20))).isEqualTo("plain-20 (iterations times 3)");
    }

    @Test
    void a_warm_up_has_a_tenth_of_the_rate_in_force() {
        Variation variation = Variation.rateTimes(10).warmedUp();

        assertThat(variation.of(QUICK).warmUp()).isEqualTo(new WarmUp(0.01, 80));
        assertThat(variation.of(QUICK).learningRate()).isEqualTo(0.1);
        assertThat(variation.of(QUICK).dropsAt()).isEqualTo(QUICK.dropsAt());
        assertThat(variation.nameOf(ImageNetNetworks.residual(34, Shortcut.B)))
                .isEqualTo("ResNet-34 (option B) (rate times 10 with warm-up)");
    }

    @Test
    void a_part_of_training_keeps_the_schedule_of_the_whole() {
        Variation variation = Variation.rate(0.1).stoppedAfter(0.25);

        assertThat(variation.of(QUICK).iterations()).isEqualTo(QUICK.iterations() / 4);
        assertThat(variation.of(QUICK).dropsAt()).isEqualTo(QUICK.dropsAt());
        assertThat(variation.of(QUICK).learningRate()).isEqualTo(0.1);
        assertThat(variation.nameOf(plain(20))).isEqualTo("plain-20 (rate 0.1, stopped after 0.25 of training)");
    }

    @Test
    void one_network_under_two_recipes_makes_two_arms() {
        ClaimRecord claim = run();

        assertThat(claim.verdict()).as(claim.reason()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claim.arms())
                .extracting(ArmRecord::name, arm -> arm.recipe().learningRate())
                .containsExactly(tuple("plain-20 (rate times 10 with warm-up)", 0.1), tuple("plain-20", 0.01));
        assertThat(claim.arms())
                .extracting(ArmRecord::network)
                .containsOnly(claim.arms().get(0).network());
        assertThat(claim.arms())
                .flatExtracting(ArmRecord::runs)
                .extracting(run -> run.run())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_report_tells_arms_of_one_network_apart() throws IOException {
        ClaimRecord claim = run();
        ClaimsKit kit = new ClaimsKit(results, errors());

        Report.render(kit.evidence());

        assertThat(new Illustrations(List.of(claim)).colours(claim)).doesNotHaveDuplicates();
        assertThat(Files.readString(kit.evidence().reportHtml()))
                .contains(
                        "<th scope=\"col\">plain-20</th>",
                        "<th scope=\"col\">plain-20 (rate times 10 with warm-up)</th>")
                .contains("learning rate 0.01 divided by ten", "learning rate 0.1 divided by ten")
                .contains("(0.01 at first, until the training error is below 80 %)");
    }

    private ClaimRecord run() {
        return new ClaimsKit(results, errors()).run(TwoRecipesCase.class).record();
    }

    private static SimulatedExecutor errors() {
        return new SimulatedExecutor(run -> (isWarmedUp(run) ? 40 : 20) + run.seed() % 7 / 10.0);
    }

    private static boolean isWarmedUp(Run run) {
        return !run.recipe().warmUp().equals(WarmUp.NONE);
    }

    private static Recipe recipe(Scale scale) {
        return scale.protocol(plain(20)).orElseThrow().recipe();
    }
}
