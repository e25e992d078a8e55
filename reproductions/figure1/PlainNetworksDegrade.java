package figure1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;

/** Fig. 1, and Fig. 6 on the left: a deeper plain network is worse, and not only on images that it has not seen. */
class PlainNetworksDegrade {

    @Claim(
            id = "fig1.plain-56-trains-worse-than-plain-20",
            source = "Fig. 1",
            statement = "A 56-layer plain network has a higher training error than a 20-layer one")
    void deeper_plain_network_trains_worse(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56).trainingError().isHigherThan(plain20);
    }

    @Claim(
            id = "fig1.plain-56-tests-worse-than-plain-20",
            source = "Fig. 1",
            statement = "A 56-layer plain network has a higher test error than a 20-layer one")
    void deeper_plain_network_tests_worse(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56).testError().isHigherThan(plain20);
    }

    @Claim(
            id = "fig1.gap-holds-all-along",
            source = "Fig. 1",
            statement =
                    "A 56-layer plain network has a higher training error than a 20-layer one at every point of the curve after the first tenth")
    void deeper_plain_network_trains_worse_all_along(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56)
                .smallestGapTo(plain20, 0.1)
                .isAbove(0, "at no point of the curves after the first tenth is the deeper network as good");
    }
}
