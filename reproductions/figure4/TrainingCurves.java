package figure4;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Observable;

/** Fig. 4: how the networks of ImageNet get to where they end. */
class TrainingCurves {

    @Claim(
            id = "fig4.gap-holds-all-along",
            source = "Fig. 4 left",
            statement =
                    "A 34-layer plain network has a higher training error than an 18-layer one at every point of the curve after the first tenth")
    void deeper_plain_network_trains_worse_all_along(Experiment experiment) {
        Arm plain18 = experiment.train(plain(18));
        Arm plain34 = experiment.train(plain(34));

        assertThat(plain34)
                .smallestGapTo(plain18, 0.1)
                .isAbove(0, "at no point of the curves after the first tenth is the deeper network as good");
    }

    @Claim(
            id = "fig4.resnet-18-converges-faster-than-plain-18",
            source = "Section 4.1, Fig. 4",
            statement = "An 18-layer residual network has a lower error early in training than the plain one")
    void residual_network_converges_faster(Experiment experiment) {
        Arm plain18 = experiment.train(plain(18));
        Arm resNet18 = experiment.train(residual(18));

        assertThat(resNet18).on(Observable.earlyTrainingError(0.25)).isLowerThan(plain18);
    }

    @Claim(
            id = "fig4.resnet-18-ends-like-plain-18",
            source = "Section 4.1, Table 2",
            statement =
                    "The test errors of ResNet-18 and plain-18 differ by less than half of what shortcuts gain at 34 layers in the paper",
            from = Scale.STANDARD,
            pilot =
                    "on three tuning seeds ResNet-18 ends at 23.1, 23.8 and 23.9 %, plain-18 at 25.2, 27.6 and 25.9 %: 2.6 points apart with a standard error of 0.7, which decides nothing at a margin of 1.75")
    void residual_network_of_18_layers_ends_alike(Experiment experiment) {
        Arm plain18 = experiment.train(plain(18));
        Arm resNet18 = experiment.train(residual(18));
        experiment.control(
                "34 layers, where shortcuts matter", experiment.train(residual(34)), experiment.train(plain(34)));

        // Half of the 3.5 points that Table 2 has for 34 layers: what differs by less is nearer to alike than to that.
        assertThat(resNet18).testError().isEquivalentTo(plain18, 3.5 / 2);
    }
}
