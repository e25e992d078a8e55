package section4_1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plainOfBottlenecks;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;

/** Footnote 4 of Section 4.1: bottlenecks save time, and do not cure degradation. */
class PlainBottlenecksDegrade {

    @Claim(
            id = "sec4.1.bottleneck-plain-degrades",
            source = "Section 4.1, footnote 4",
            statement = "A 56-layer plain network of bottlenecks has a higher training error than a 20-layer one")
    void deeper_plain_network_of_bottlenecks_trains_worse(Experiment experiment) {
        Arm plain20 = experiment.train(plainOfBottlenecks(20));
        Arm plain56 = experiment.train(plainOfBottlenecks(56));

        assertThat(plain56).trainingError().isHigherThan(plain20);
    }
}
