package section3_2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.plainOfBottlenecks;
import static org.resnetclaims.network.CifarNetworks.residual;
import static org.resnetclaims.network.CifarNetworks.residualOfBottlenecks;
import static org.resnetclaims.network.CifarNetworks.residualOfSingleLayers;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;

/** Section 3.2, below Equation 2: how many layers a residual function needs. Figures are in results/pilots.md. */
class LayersOfABlock {

    /** The margin is that by which a deeper residual network may train worse in Fig. 6. */
    @Claim(
            id = "sec3.2.single-layer-functions-show-no-advantage",
            source = "Section 3.2",
            statement =
                    "A 56-layer network whose residual blocks have a single layer trains no better than the plain one",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures =
                                    "on two tuning seeds a training error of 0.0 and 0.0 %, against 64.4 and 68.6 % of the plain network",
                            because =
                                    "at 56 layers degradation is what there is to cure, and shortcuts around single layers with BN, each with a ReLU behind its sum, cure it as those around two do; the paper, which gives neither networks nor numbers, speaks of y = Wx + x, and may have looked at networks that train without shortcuts",
                            scales = Scale.QUICK))
    void blocks_of_a_single_layer_train_no_better_than_none(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm singleLayers = experiment.train(residualOfSingleLayers(56));
        // A test that sees no difference anywhere would find none here; but it would also find none between networks
        // whose blocks have two layers and plain ones.
        experiment.control("blocks of two layers", experiment.train(plain(56)), experiment.train(residual(56)));

        assertThat(plain56).trainingError().isNotHigherThan(singleLayers, 1);
    }

    @Claim(
            id = "sec3.2.two-or-three-layers",
            source = "Section 3.2",
            statement =
                    "With blocks of three layers as well, a 56-layer residual network has a lower test error than the plain one")
    void blocks_of_three_layers_help_as_those_of_two(Experiment experiment) {
        Arm plain56 = experiment.train(plainOfBottlenecks(56));
        Arm resNet56 = experiment.train(residualOfBottlenecks(56));

        assertThat(resNet56).testError().isLowerThan(plain56);
    }
}
