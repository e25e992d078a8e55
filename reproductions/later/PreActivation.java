package later;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.preActivation;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;

/** arXiv 1603.05027, Table 2: BN and ReLU before each convolution, and nothing but additions between shortcuts. */
class PreActivation {

    @Claim(
            id = "later.pre-activation-tests-better",
            source = "arXiv 1603.05027, Table 2",
            statement = "A 110-layer residual network with pre-activation has a lower test error than one without",
            from = Scale.STANDARD,
            pilot =
                    "on 500 images and after 600 batches both fit their training set on two tuning seeds each (0.0 %), and their test errors are 26.7 and 25.4 % with pre-activation against 26.0 and 26.0 % without, which says neither")
    void pre_activation_tests_better(Experiment experiment) {
        Arm resNet110 = experiment.train(residual(110));
        Arm preActivation110 = experiment.train(preActivation(110));

        assertThat(preActivation110).testError().isLowerThan(resNet110);
    }
}
