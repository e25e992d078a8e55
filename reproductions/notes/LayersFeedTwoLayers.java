package notes;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Variation;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.Lesions;
import org.resnetclaims.training.Specimen;

/** "Each layer feeds into the next, and into the layers two hops away": then no single block is indispensable. */
class LayersFeedTwoLayers {

    private static final Observable RISE = Observable.ofFindings(
            "rise of the test error without one block",
            "points",
            Direction.LOWER_IS_BETTER,
            Specimen.Stage.TRAINED,
            new Lesions(Split.TEST),
            Reduction.mean(Lesions.RISE));

    // Of 20 layers, where both networks fit their training images or come near to it, so that both have much to lose.
    // The hardly trained networks of the control guess and have nothing to lose: it shows that no block counts by
    // itself, and can hardly fail.
    @Claim(
            id = "notes.layers-feed-two-layers",
            kind = Kind.EXAMINED,
            source = "Section 3.2, notes",
            statement = "Without one of its blocks a 20-layer residual network loses less than a plain one")
    void a_residual_network_loses_less_without_a_block(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm resNet20 = experiment.train(residual(20));
        experiment.control(
                "hardly trained",
                experiment.train(residual(20), Variation.iterationsTimes(0.01)),
                experiment.train(plain(20), Variation.iterationsTimes(0.01)));

        assertThat(resNet20).on(RISE).isLowerThan(plain20);
    }
}
