package table3;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.network.Shortcut;

/** Table 3 from 34 layers on. The deeper networks have option B, and so has that which they are compared with. */
class DeeperNetworks {

    /** See results/pilots.md. */
    private static final String TOO_FEW_IMAGES =
            "on 500 images depth has nothing to add to the test error: on two tuning seeds ResNet-34 ends at 25.3 and 25.5 %, ResNet-18 at 23.1 and 23.8 %; deeper ones were not piloted";

    @Claim(
            id = "table3.resnet-50-better-than-resnet-34",
            source = "Table 3",
            statement = "A 50-layer residual network has a lower test error than a 34-layer one",
            from = Scale.STANDARD,
            pilot = TOO_FEW_IMAGES)
    void resnet_50_beats_34_layers(Experiment experiment) {
        beats34Layers(experiment, 50);
    }

    @Claim(
            id = "table3.resnet-101-better-than-resnet-34",
            source = "Table 3",
            statement = "A 101-layer residual network has a lower test error than a 34-layer one",
            from = Scale.STANDARD,
            pilot = TOO_FEW_IMAGES)
    void resnet_101_beats_34_layers(Experiment experiment) {
        beats34Layers(experiment, 101);
    }

    @Claim(
            id = "table3.resnet-152-better-than-resnet-34",
            source = "Table 3",
            statement = "A 152-layer residual network has a lower test error than a 34-layer one",
            from = Scale.STANDARD,
            pilot = TOO_FEW_IMAGES)
    void resnet_152_beats_34_layers(Experiment experiment) {
        beats34Layers(experiment, 152);
    }

    private static void beats34Layers(Experiment experiment, int depth) {
        Arm resNet34 = experiment.train(residual(34, Shortcut.B));
        Arm deeper = experiment.train(residual(depth, Shortcut.B));

        assertThat(deeper).testError().isLowerThan(resNet34);
    }
}
