package figure6;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;

/** Fig. 6, left against middle: with shortcuts, 56 layers are no obstacle. */
class ShortcutsCureDegradation {

    @Claim(
            id = "fig6.resnet-56-trains-better-than-plain-56",
            source = "Fig. 6",
            statement = "A 56-layer residual network has a lower training error than the plain one")
    void residualNetworkTrainsBetter(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm resNet56 = experiment.train(residual(56));
        controlWithoutShortcuts(experiment);

        assertThat(resNet56).trainingError().isLowerThan(plain56);
    }

    @Claim(
            id = "fig6.resnet-56-tests-better-than-plain-56",
            source = "Fig. 6",
            statement = "A 56-layer residual network has a lower test error than the plain one")
    void residualNetworkTestsBetter(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm resNet56 = experiment.train(residual(56));
        controlWithoutShortcuts(experiment);

        assertThat(resNet56).testError().isLowerThan(plain56);
    }

    // At 20 layers, which take a third of the time of 56, and half of which are trained for Fig. 1 anyway.
    private static void controlWithoutShortcuts(Experiment experiment) {
        experiment.control(
                "shortcuts cut, at 20 layers",
                experiment.trainOnOtherSeeds(residual(20).withoutShortcuts()),
                experiment.train(plain(20)));
    }
}
