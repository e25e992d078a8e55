package section3_1;

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
import org.resnetclaims.examinations.BranchResponses;
import org.resnetclaims.examinations.ConstructedSolution;
import org.resnetclaims.training.Specimen;

/** Section 3.1: what layers would have to learn if more of them were needless, and what residual functions do learn. */
class IdentityMappings {

    private static final Observable SHARE_OF_SMALL_BRANCHES = Observable.ofFindings(
            "share of blocks whose branch responds more weakly than their shortcut",
            "",
            Direction.NEITHER_IS_BETTER,
            Specimen.Stage.TRAINED,
            new BranchResponses(Split.TRAINING),
            Reduction.shareBelow(BranchResponses.BRANCH, BranchResponses.SHORTCUT));

    @Claim(
            id = "sec3.1.constructed-solution",
            kind = Kind.EXAMINED,
            source = "Section 3.1",
            statement = "Identity blocks added to a trained plain network leave its predictions as they were")
    void identity_blocks_change_no_prediction(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Observable change = Observable.ofFindings(
                "furthest change of a probability",
                "",
                Direction.LOWER_IS_BETTER,
                Specimen.Stage.TRAINED,
                new ConstructedSolution(Split.TEST),
                Reduction.of(ConstructedSolution.CHANGE),
                experiment.company(Specimen.Stage.INITIAL, experiment.train(plain(26))));

        assertThat(plain20)
                .on(change)
                .isBelow(0.001, "arithmetic in single precision rounds, and to no more than this");
    }

    @Claim(
            id = "sec3.1.residuals-are-small",
            kind = Kind.EXAMINED,
            source = "Section 3.1",
            statement =
                    "In most blocks of a trained 56-layer residual network the residual responds more weakly than the shortcut, as it does before training")
    void learned_residuals_are_small(Experiment experiment) {
        Arm resNet56 = experiment.train(residual(56));

        assertThat(resNet56).on(SHARE_OF_SMALL_BRANCHES).isAbove(0.5, "most blocks are more than half of them");
    }
}
