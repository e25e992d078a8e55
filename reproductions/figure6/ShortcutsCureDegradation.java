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
    void residual_network_trains_better(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm resNet56 = experiment.train(residual(56));

        assertThat(resNet56).trainingError().isLowerThan(plain56);
    }

    @Claim(
            id = "fig6.resnet-56-tests-better-than-plain-56",
            source = "Fig. 6",
            statement = "A 56-layer residual network has a lower test error than the plain one")
    void residual_network_tests_better(Experiment experiment) {
        testsBetter(experiment, 56);
    }

    @Claim(
            id = "fig6.resnet-56-does-not-degrade",
            source = "Fig. 6 middle",
            statement = "A 56-layer residual network has no higher training error than a 20-layer one")
    void deeper_residual_network_trains_no_worse(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));
        Arm resNet56 = experiment.train(residual(56));
        // A test that sees no difference anywhere would find this likeness as well; but it would also find one between
        // the plain networks, which do differ.
        experiment.control("shortcuts cut", experiment.train(plain(56)), experiment.train(plain(20)));

        assertThat(resNet56).trainingError().isNotHigherThan(resNet20, 1);
    }

    @Claim(
            id = "fig6.resnet-20-better-than-plain-20",
            source = "Fig. 6",
            statement = "A 20-layer residual network has a lower test error than the plain one")
    void residual_network_of_20_layers_tests_better(Experiment experiment) {
        testsBetter(experiment, 20);
    }

    @Claim(
            id = "fig6.resnet-32-better-than-plain-32",
            source = "Fig. 6",
            statement = "A 32-layer residual network has a lower test error than the plain one")
    void residual_network_of_32_layers_tests_better(Experiment experiment) {
        testsBetter(experiment, 32);
    }

    @Claim(
            id = "fig6.resnet-44-better-than-plain-44",
            source = "Fig. 6",
            statement = "A 44-layer residual network has a lower test error than the plain one")
    void residual_network_of_44_layers_tests_better(Experiment experiment) {
        testsBetter(experiment, 44);
    }

    @Claim(
            id = "fig6.plain-110-fails",
            source = "Fig. 6 left",
            statement = "A 110-layer plain network has a test error of more than 60 %")
    void plain_network_of_110_layers_fails(Experiment experiment) {
        Arm plain110 = experiment.train(plain(110));

        assertThat(plain110).testError().isAbove(60, "the paper leaves it out of the figure, since it is above 60 %");
    }

    private static void testsBetter(Experiment experiment, int depth) {
        Arm plain = experiment.train(plain(depth));
        Arm residual = experiment.train(residual(depth));

        assertThat(residual).testError().isLowerThan(plain);
    }
}
