package section4_1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Variation;

/** Section 4.1: that deep plain networks train worse is not cured by another recipe. */
class NoFaultOfTheRecipe {

    // The factors reach the next rates to either side in the grid from which that of scale quick was chosen.

    @Claim(
            id = "sec4.1.not-too-low-a-rate",
            source = "Our check, on Section 4.1",
            statement =
                    "A 56-layer plain network at three times the learning rate has a higher training error than a 20-layer one at the usual rate")
    void a_higher_rate_does_not_help(Experiment experiment) {
        trainsWorseAtRateTimes(experiment, 3);
    }

    @Claim(
            id = "sec4.1.not-too-high-a-rate",
            source = "Our check, on Section 4.1",
            statement =
                    "A 56-layer plain network at three tenths of the learning rate has a higher training error than a 20-layer one at the usual rate")
    void a_lower_rate_does_not_help(Experiment experiment) {
        trainsWorseAtRateTimes(experiment, 0.3);
    }

    private static void trainsWorseAtRateTimes(Experiment experiment, double factor) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56), Variation.rateTimes(factor));

        assertThat(plain56).trainingError().isHigherThan(plain20);
    }

    @Claim(
            id = "sec4.1.three-times-the-iterations",
            source = "Section 4.1, footnote 3",
            statement =
                    "A 56-layer plain network after three times the iterations has a higher training error than a 20-layer one after the usual number")
    void more_iterations_do_not_cure(Experiment experiment) {
        // Given three times the iterations too, it could only be better.
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56), Variation.iterationsTimes(3));

        assertThat(plain56).trainingError().isHigherThan(plain20);
    }
}
