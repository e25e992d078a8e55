package table2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;

/** Table 2 and Fig. 4: the plain and residual networks of 18 and 34 layers. */
class ShortcutsHelpImageNetNetworks {

    @Claim(
            id = "table2.plain-34-trains-worse-than-plain-18",
            source = "Fig. 4 left",
            statement = "A 34-layer plain network has a higher training error than an 18-layer one")
    void deeperPlainNetworkTrainsWorse(Experiment experiment) {
        Arm plain18 = experiment.train(plain(18));
        Arm plain34 = experiment.train(plain(34));
        experiment.control("equal depth", experiment.trainOnOtherSeeds(plain(18)), plain18);

        assertThat(plain34).trainingError().isHigherThan(plain18);
    }

    @Claim(
            id = "table2.resnet-34-trains-better-than-plain-34",
            source = "Fig. 4",
            statement = "A 34-layer residual network has a lower training error than the plain one")
    void residualNetworkTrainsBetter(Experiment experiment) {
        Arm plain34 = experiment.train(plain(34));
        Arm resNet34 = experiment.train(residual(34));
        controlWithoutShortcuts(experiment);

        assertThat(resNet34).trainingError().isLowerThan(plain34);
    }

    @Claim(
            id = "table2.resnet-34-tests-better-than-plain-34",
            source = "Table 2",
            statement = "A 34-layer residual network has a lower test error than the plain one",
            paperDifference = "table2.resnet-34.gain-over-plain-34")
    void residualNetworkTestsBetter(Experiment experiment) {
        Arm plain34 = experiment.train(plain(34));
        Arm resNet34 = experiment.train(residual(34));
        controlWithoutShortcuts(experiment);

        assertThat(resNet34).testError().isLowerThan(plain34);
    }

    // At 18 layers, which take half the time of 34, and half of which are trained for another claim anyway.
    private static void controlWithoutShortcuts(Experiment experiment) {
        experiment.control(
                "shortcuts cut, at 18 layers",
                experiment.trainOnOtherSeeds(residual(18).withoutShortcuts()),
                experiment.train(plain(18)));
    }
}
