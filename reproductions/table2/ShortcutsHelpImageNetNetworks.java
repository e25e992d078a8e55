package table2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;

/** Table 2 and Fig. 4: the plain and residual networks of 18 and 34 layers. */
class ShortcutsHelpImageNetNetworks {

    /** See results/pilots.md. */
    private static final String BOTH_FIT =
            "on 500 images both fit their training set on two tuning seeds each (0.0 %), and their test errors are 25.3 and 25.5 % against 23.1 and 23.8 %, so depth has nothing to add";

    @Claim(
            id = "table2.plain-34-trains-worse-than-plain-18",
            source = "Fig. 4 left",
            statement = "A 34-layer plain network has a higher training error than an 18-layer one")
    void deeper_plain_network_trains_worse(Experiment experiment) {
        Arm plain18 = experiment.train(plain(18));
        Arm plain34 = experiment.train(plain(34));

        assertThat(plain34).trainingError().isHigherThan(plain18);
    }

    @Claim(
            id = "table2.plain-34-validates-worse-than-plain-18",
            source = "Table 2",
            statement = "A 34-layer plain network has a higher test error than an 18-layer one")
    void deeper_plain_network_tests_worse(Experiment experiment) {
        Arm plain18 = experiment.train(plain(18));
        Arm plain34 = experiment.train(plain(34));

        assertThat(plain34).testError().isHigherThan(plain18);
    }

    @Claim(
            id = "table2.resnet-34-trains-better-than-plain-34",
            source = "Fig. 4",
            statement = "A 34-layer residual network has a lower training error than the plain one")
    void residual_network_trains_better(Experiment experiment) {
        Arm plain34 = experiment.train(plain(34));
        Arm resNet34 = experiment.train(residual(34));

        assertThat(resNet34).trainingError().isLowerThan(plain34);
    }

    @Claim(
            id = "table2.resnet-34-tests-better-than-plain-34",
            source = "Table 2",
            statement = "A 34-layer residual network has a lower test error than the plain one",
            paperDifference = "table2.resnet-34.gain-over-plain-34")
    void residual_network_tests_better(Experiment experiment) {
        Arm plain34 = experiment.train(plain(34));
        Arm resNet34 = experiment.train(residual(34));

        assertThat(resNet34).testError().isLowerThan(plain34);
    }

    @Claim(
            id = "table2.resnet-34-does-not-degrade",
            source = "Fig. 4 right",
            statement = "A 34-layer residual network has no higher training error than an 18-layer one")
    void deeper_residual_network_trains_no_worse(Experiment experiment) {
        Arm resNet18 = experiment.train(residual(18));
        Arm resNet34 = experiment.train(residual(34));
        // A test that sees no difference anywhere would find this likeness as well; but it would also find one between
        // the plain networks, which do differ.
        experiment.control("shortcuts cut", experiment.train(plain(34)), experiment.train(plain(18)));

        assertThat(resNet34).trainingError().isNotHigherThan(resNet18, 1);
    }

    @Claim(
            id = "table2.resnet-34-trains-better-than-resnet-18",
            source = "Fig. 4 right",
            statement = "A 34-layer residual network has a lower training error than an 18-layer one",
            from = Scale.STANDARD,
            pilot = BOTH_FIT)
    void deeper_residual_network_trains_better(Experiment experiment) {
        Arm resNet18 = experiment.train(residual(18));
        Arm resNet34 = experiment.train(residual(34));

        assertThat(resNet34).trainingError().isLowerThan(resNet18);
    }

    @Claim(
            id = "table2.resnet-34-tests-better-than-resnet-18",
            source = "Table 2",
            statement = "A 34-layer residual network has a lower test error than an 18-layer one",
            from = Scale.STANDARD,
            pilot = BOTH_FIT,
            paperDifference = "table2.resnet-34.gain-over-resnet-18")
    void deeper_residual_network_tests_better(Experiment experiment) {
        Arm resNet18 = experiment.train(residual(18));
        Arm resNet34 = experiment.train(residual(34));

        assertThat(resNet34).testError().isLowerThan(resNet18);
    }
}
