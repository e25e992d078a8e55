package notes;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;

/** "The deeper network is worse since it overfits": then it would fit its training images better. */
class DegradationIsNotOverfitting {

    @Claim(
            id = "notes.degradation-is-overfitting",
            source = "Section 1, notes",
            statement =
                    "A 56-layer plain network has a lower training error than a 20-layer one, as one that overfits would have",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures =
                                    "training errors of 64.4, 68.6, 73.2 and 55.0 % against 0.4, 0.6, 6.6 and 5.2 % at scale quick (tuning seeds)",
                            because =
                                    "the training error of the deeper network is worse too, so that overfitting cannot be the reason"))
    void the_deeper_network_fits_its_training_images_better(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56).trainingError().isLowerThan(plain20);
    }
}
