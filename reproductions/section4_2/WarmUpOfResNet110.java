package section4_2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.Variation;
import org.resnetclaims.claims.judging.Observable;

/**
 * Section 4.2 on the rate of 0.1 for ResNet-110, which is "slightly too large to start converging", so that it begins
 * with 0.01.
 */
class WarmUpOfResNet110 {

    private static final Variation RATE_OF_THE_PAPER = Variation.rate(0.1);

    @Claim(
            id = "sec4.2.lower-rate-starts-sooner",
            source = "Section 4.2",
            statement =
                    "A 110-layer residual network has a lower mean error over the first quarter of training where its rate of 0.1 "
                            + "comes after a warm-up at 0.01: it starts sooner at 0.01, which says nothing of the batches after it")
    void at_a_lower_rate_it_starts_sooner(Experiment experiment) {
        Arm without = experiment.train(residual(110), RATE_OF_THE_PAPER.stoppedAfter(0.25));
        Arm with = experiment.train(residual(110), RATE_OF_THE_PAPER.warmedUp().stoppedAfter(0.25));

        assertThat(with).on(Observable.earlyTrainingError(1)).isLowerThan(without);
    }

    @Claim(
            id = "sec4.2.warm-up-ends-alike",
            source = "Section 4.2, footnote 5",
            statement =
                    "At a learning rate of 0.1, a 110-layer residual network ends at a similar test error with a warm-up and without",
            from = Scale.STANDARD,
            pilot =
                    "on three tuning seeds the test errors are 63.7, 41.3 and 29.1 % with a warm-up and 45.1, 29.3 and 62.5 % without: they vary by tens of points, so that no number of seeds that a claim may have could find them alike within one")
    void without_a_warm_up_it_ends_alike(Experiment experiment) {
        Arm without = experiment.train(residual(110), RATE_OF_THE_PAPER);
        Arm with = experiment.train(residual(110), RATE_OF_THE_PAPER.warmedUp());
        experiment.control("shortcuts cut in one of them", experiment.train(plain(110), RATE_OF_THE_PAPER), without);

        // The margin is the one by which deeper residual networks may be worse before they are said to degrade.
        assertThat(with).testError().isEquivalentTo(without, 1);
    }
}
