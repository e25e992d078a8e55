package section4_1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;

/** What footnote 4 of Section 4.1 says of blocks without a bottleneck. */
class BasicBlocks {

    @Claim(
            id = "sec4.1.non-bottleneck-gains-too",
            source = "Section 4.1, footnote 4",
            statement = "A 110-layer residual network of basic blocks has a lower test error than a 20-layer one",
            from = Scale.STANDARD,
            pilot =
                    "on 500 images depth has nothing to add to the test error: on two tuning seeds ResNet-20 ends at 25.1 and 24.2 %, ResNet-56 at 26.4 and 24.2 %")
    void networks_of_basic_blocks_gain_from_depth(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));
        Arm resNet110 = experiment.train(residual(110));

        assertThat(resNet110).testError().isLowerThan(resNet20);
    }
}
