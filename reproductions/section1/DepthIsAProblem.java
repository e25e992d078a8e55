package section1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;

/** Section 1: more layers make plain networks worse, and need not. */
class DepthIsAProblem {

    @Claim(
            id = "sec1.plain-family-degrades",
            source = "Section 1, Fig. 6 left",
            statement = "The training error of plain networks rises with depth over 20, 32, 44 and 56 layers")
    void plain_networks_train_worse_the_deeper_they_are(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain32 = experiment.train(plain(32));
        Arm plain44 = experiment.train(plain(44));
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain20, plain32, plain44, plain56).trainingError().rises();
    }

    @Claim(
            id = "sec1.over-100-layers-train",
            source = "Section 1",
            statement = "A residual network of 110 layers has a lower training error than the plain one")
    void networks_of_more_than_100_layers_train(Experiment experiment) {
        Arm plain110 = experiment.train(plain(110));
        Arm resNet110 = experiment.train(residual(110));

        assertThat(resNet110).trainingError().isLowerThan(plain110);
    }

    @Claim(
            id = "sec1.110-layers-end-far-from-guessing",
            source = "Section 1",
            statement =
                    "A residual network of 110 layers ends below 45 % of training error, half of what guessing gets wrong")
    void a_network_of_110_layers_ends_far_from_guessing(Experiment experiment) {
        Arm resNet110 = experiment.train(residual(110));

        assertThat(resNet110)
                .trainingError()
                .isBelow(45, "guessing one of ten classes is wrong in 90 %, twice as often");
    }
}
