package notes;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.Variation;

/**
 * What notes about the paper recommend against overfitting, each tried on ResNet-20, on the few images of the scale and
 * with as many batches for all. The figures are those of tuning seeds 1 to 3.
 */
class RegularisersOnFewImages {

    private static final String SECTION = "Section 4.2, notes";
    private static final double DROPOUT = 0.3;

    @Claim(
            id = "notes.augmentation-against-overfitting",
            source = SECTION,
            statement = "On a small training set, a 20-layer residual network tests better with random crops and flips "
                    + "than without, after as many batches",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures = "test errors of 31.0 % with them and of 25.6 % without, on tuning seeds",
                            because =
                                    "perhaps so few batches do not suffice to learn images that are never the same twice: the training error is still 25 %, and 0 % without",
                            scales = Scale.QUICK))
    void augmentation_helps(Experiment experiment) {
        Arm asItIs = experiment.train(residual(20), Variation.unchangedImages());
        Arm augmented = experiment.train(residual(20), Variation.cropsAndFlips());

        assertThat(augmented).testError().isLowerThan(asItIs);
    }

    // 23.7, 24.1 and 25.0 % against 25.1, 24.2 and 27.5 %.
    @Claim(
            id = "notes.mixup-against-overfitting",
            source = SECTION,
            statement = "On a small training set, a 20-layer residual network tests better with Mixup than without, "
                    + "after as many batches")
    void mixup_helps(Experiment experiment) {
        Arm asItIs = experiment.train(residual(20), Variation.unchangedImages());
        Arm mixed = experiment.train(residual(20), Variation.mixup());

        assertThat(mixed).testError().isLowerThan(asItIs);
    }

    @Claim(
            id = "notes.dropout-against-overfitting",
            source = SECTION,
            statement = "On a small training set, a 20-layer residual network tests better with dropout of 0.3 between "
                    + "the convolutions of its blocks than without, after as many batches",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures = "test errors of 29.9 % with it and of 25.6 % without, on tuning seeds",
                            because =
                                    "perhaps so few batches do not suffice for it: the training error is still 20 %, and 0 % without",
                            scales = Scale.QUICK))
    void dropout_helps(Experiment experiment) {
        Arm asItIs = experiment.train(residual(20), Variation.unchangedImages());
        Arm dropping = experiment.train(residual(20).withDropout(DROPOUT), Variation.unchangedImages());

        assertThat(dropping).testError().isLowerThan(asItIs);
    }

    @Claim(
            id = "notes.overfitting-order",
            source = SECTION,
            statement = "On a small training set and after as many batches, the test error rises along these measures "
                    + "against the overfitting of a 20-layer residual network: random crops and flips, dropout, a "
                    + "smaller network of 8 layers",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures = "test errors of 31.0, 29.9 and 27.0 % on tuning seeds: it falls",
                            because =
                                    "perhaps since of these three the smaller network alone comes near to fitting its images in so few batches",
                            scales = Scale.QUICK))
    void measures_against_overfitting_have_an_order(Experiment experiment) {
        Arm augmented = experiment.train(residual(20), Variation.cropsAndFlips());
        Arm dropping = experiment.train(residual(20).withDropout(DROPOUT), Variation.unchangedImages());
        Arm smaller = experiment.train(residual(8), Variation.unchangedImages());

        assertThat(augmented, dropping, smaller).testError().rises();
    }

    // 23.7, 24.1 and 25.0 % against 26.0, 27.2 and 27.7 %.
    @Claim(
            id = "notes.overfit-first",
            source = SECTION,
            statement =
                    "On a small training set, a larger network with more regularisation, ResNet-20 with Mixup, tests "
                            + "better than a smaller one with less, ResNet-8 without (Mixup may be all of it: ResNet-8 with Mixup is not tried)")
    void a_larger_network_with_more_regularisation_is_better(Experiment experiment) {
        Arm larger = experiment.train(residual(20), Variation.mixup());
        Arm smaller = experiment.train(residual(8), Variation.unchangedImages());

        assertThat(larger).testError().isLowerThan(smaller);
    }
}
