package figure6;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;

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
            statement = "After as many batches, a 20-layer residual network has a lower test error than the plain one")
    void residual_network_of_20_layers_tests_better(Experiment experiment) {
        testsBetter(experiment, 20);
    }

    @Claim(
            id = "fig6.resnet-32-better-than-plain-32",
            source = "Fig. 6",
            statement = "After as many batches, a 32-layer residual network has a lower test error than the plain one")
    void residual_network_of_32_layers_tests_better(Experiment experiment) {
        testsBetter(experiment, 32);
    }

    @Claim(
            id = "fig6.resnet-44-better-than-plain-44",
            source = "Fig. 6",
            statement = "After as many batches, a 44-layer residual network has a lower test error than the plain one")
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

    @Claim(
            id = "fig6.resnets-gain-from-depth",
            source = "Fig. 6 middle",
            statement = "The test error of residual networks falls with depth over 20, 32, 44, 56 and 110 layers",
            from = Scale.STANDARD,
            pilot =
                    "on 500 images depth has nothing to add to the test error: on two tuning seeds ResNet-20 ends at 25.1 and 24.2 %, ResNet-56 at 26.4 and 24.2 %")
    void residual_networks_gain_from_depth(Experiment experiment) {
        assertThat(
                        experiment.train(residual(20)),
                        experiment.train(residual(32)),
                        experiment.train(residual(44)),
                        experiment.train(residual(56)),
                        experiment.train(residual(110)))
                .testError()
                .falls();
    }

    @Claim(
            id = "fig6.resnets-do-not-degrade",
            source = "Fig. 6 middle",
            statement =
                    "The training error of residual networks rises by less than a point over 20, 32, 44, 56 and 110 layers, if at all",
            from = Scale.STANDARD,
            pilot =
                    "on 500 images ResNet-20 and ResNet-56 both end at 0.0 % on two tuning seeds each, which fig6.resnet-56-does-not-degrade judges; the family would take eight runs of each depth to say no more")
    void residual_networks_do_not_degrade(Experiment experiment) {
        experiment.control(
                "shortcuts cut",
                experiment.train(plain(20)),
                experiment.train(plain(32)),
                experiment.train(plain(44)),
                experiment.train(plain(56)),
                experiment.train(plain(110)));

        assertThat(
                        experiment.train(residual(20)),
                        experiment.train(residual(32)),
                        experiment.train(residual(44)),
                        experiment.train(residual(56)),
                        experiment.train(residual(110)))
                .trainingError()
                .risesByLessThan(1);
    }

    private static void testsBetter(Experiment experiment, int depth) {
        Arm plain = experiment.train(plain(depth));
        Arm residual = experiment.train(residual(depth));

        assertThat(residual).testError().isLowerThan(plain);
    }
}
