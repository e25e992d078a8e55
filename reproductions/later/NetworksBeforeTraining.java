package later;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.BranchShares;
import org.resnetclaims.examinations.GradientsOnLines;
import org.resnetclaims.examinations.OnFirstImages;
import org.resnetclaims.training.Specimen;

/** What later papers found in these networks before their first step. The figures are those of tuning seeds 1 to 3. */
class NetworksBeforeTraining {

    private static final OnFirstImages BRANCHES = new OnFirstImages(64, new BranchShares(Split.TRAINING));

    private static final Observable AUTOCORRELATION = Observable.ofFindings(
            "autocorrelation of the derivative along lines between images",
            "",
            Direction.HIGHER_IS_BETTER,
            Specimen.Stage.INITIAL,
            new GradientsOnLines(Split.TRAINING, 5, 256),
            Reduction.of(GradientsOnLines.AUTOCORRELATION));

    private static final Observable BRANCH_BESIDE_SHORTCUT = Observable.ofFindings(
            "variance of the branch over that of the shortcut",
            "",
            Direction.NEITHER_IS_BETTER,
            Specimen.Stage.INITIAL,
            BRANCHES,
            Reduction.mean(BranchShares.RATIO));

    private static final Observable EXPONENT = Observable.ofFindings(
            "exponent of the index of a block that the variance of its branch over that of its shortcut follows",
            "",
            Direction.NEITHER_IS_BETTER,
            Specimen.Stage.INITIAL,
            BRANCHES,
            Reduction.exponent(BranchShares.RATIO));

    // 0.71, 0.68, 0.70 at 20 layers; -0.40, -0.41, -0.47 at 56, where -0.5 is that of pure noise.
    @Claim(
            id = "later.gradients-shatter",
            kind = Kind.INITIAL,
            source = "arXiv 1702.08591",
            statement =
                    "At neighbouring inputs, the gradients of a 56-layer plain network are less alike than those of a "
                            + "20-layer one")
    void gradients_of_deep_plain_networks_shatter(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56).on(AUTOCORRELATION).isLowerThan(plain20);
    }

    @Claim(
            id = "later.shortcuts-keep-gradients-whole",
            kind = Kind.INITIAL,
            source = "arXiv 1702.08591",
            statement =
                    "At neighbouring inputs, the gradients of a 56-layer residual network are more alike than those of "
                            + "the plain one")
    void shortcuts_keep_gradients_from_shattering(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm resNet56 = experiment.train(residual(56));
        // Of another depth, since a network with its shortcuts cut is the plain one.
        experiment.control("shortcuts cut", experiment.train(residual(62).withoutShortcuts()), plain56);

        assertThat(resNet56).on(AUTOCORRELATION).isHigherThan(plain56);
    }

    // 0.46, 0.45, 0.47 at 56 layers, 1.07, 1.05, 1.13 at 20; without normalisation 2.4, 1.9, 2.6 and 2.3, 2.0, 3.0.
    @Claim(
            id = "later.blocks-near-identity",
            kind = Kind.INITIAL,
            source = "arXiv 2002.10444",
            statement = "With batch normalisation, the branches of a 56-layer residual network count less beside their "
                    + "shortcuts than those of a 20-layer one")
    void deep_networks_begin_nearer_the_identity(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));
        Arm resNet56 = experiment.train(residual(56));
        experiment.control(
                "normalisation taken out",
                experiment.train(residual(56).withoutNormalisation()),
                experiment.train(residual(20).withoutNormalisation()));

        assertThat(resNet56).on(BRANCH_BESIDE_SHORTCUT).isLowerThan(resNet20);
    }

    @Claim(
            id = "later.blocks-fall-as-one-over-index",
            kind = Kind.INITIAL,
            source = "arXiv 2002.10444",
            statement =
                    "In a 56-layer residual network, the variance of a branch beside that of its shortcut falls as one "
                            + "over the index of the block")
    void branches_fall_as_one_over_the_index(Experiment experiment) {
        Arm resNet56 = experiment.train(residual(56));
        experiment.control(
                "normalisation taken out", experiment.train(residual(56).withoutNormalisation()));

        assertThat(resNet56)
                .on(EXPONENT)
                .isCloseTo(-1, 0.25, "one over the index, with a quarter to spare, since the paper says about");
    }
}
