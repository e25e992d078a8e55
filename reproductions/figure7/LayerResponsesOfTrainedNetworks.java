package figure7;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.util.List;
import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.training.Specimen;

/**
 * Fig. 7: how strongly the 3x3 layers of trained networks respond, after normalisation and before ReLU or addition.
 * Normalisation begins with a standard deviation of 1 in every layer, so what is compared is how far training has moved
 * its scales. At scale quick, with a hundredth of the paper's iterations, that is far in plain-56 alone (in inference
 * mode, after 600 batches, tuning seeds 1 to 3: plain-20 1.025, 1.012, 1.046; ResNet-20 1.013, 1.008, 1.019; ResNet-56
 * 1.003, 1.003, 1.014; plain-56 2.24, 2.06, 2.17).
 *
 * <p>Scales may also have grown since a network is harder to train; no network here is as hard to train as plain-56 and
 * has shortcuts, so that this cannot be told apart.
 *
 * <p>Responses are measured in training mode. In inference mode those of plain networks are stronger before any step,
 * once running statistics have settled: 1.061 for plain-56 and 1.011 for ResNet-56, 1.015 for plain-20 and 1.011 for
 * ResNet-20, each the mean of tuning seeds 1 to 12. For that the mode was changed, when the reference already had
 * verdicts by the other one.
 */
class LayerResponsesOfTrainedNetworks {

    private static final Observable RESPONSES = responses("", Specimen.Stage.TRAINED);
    private static final Observable RESPONSES_BEFORE = responses(" before training", Specimen.Stage.INITIAL);

    /** Over the images that the networks were trained on; of each network the mean over its layers. */
    private static Observable responses(String when, Specimen.Stage stage) {
        return Observable.ofFindings(
                "standard deviation of layer responses in training mode" + when,
                "",
                Direction.NEITHER_IS_BETTER,
                stage,
                new LayerSignals(Split.TRAINING),
                Reduction.mean(LayerSignals.DEVIATION));
    }

    @Claim(
            id = "fig7.responses-are-smaller-in-resnets",
            kind = Kind.EXAMINED,
            source = "Fig. 7",
            statement = "The layers of a 56-layer residual network respond more weakly than those of the plain one")
    void layers_respond_more_weakly_in_56_layer_residual_networks(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm resNet56 = experiment.train(residual(56));

        respondsMoreWeakly(experiment, resNet56, plain56);
    }

    @Claim(
            id = "fig7.responses-are-smaller-in-resnet-20",
            kind = Kind.EXAMINED,
            source = "Fig. 7",
            statement =
                    "The layers of a 20-layer residual network respond more weakly than those of the plain one, however little")
    void layers_respond_more_weakly_in_20_layer_residual_networks(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm resNet20 = experiment.train(residual(20));

        respondsMoreWeakly(experiment, resNet20, plain20);
    }

    @Claim(
            id = "fig7.deeper-means-smaller",
            kind = Kind.EXAMINED,
            source = "Fig. 7",
            statement =
                    "The layers of a 56-layer residual network respond more weakly than those of a 20-layer one, however little")
    void deeper_residual_networks_respond_more_weakly(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));
        Arm resNet56 = experiment.train(residual(56));

        respondsMoreWeakly(experiment, resNet56, resNet20);
    }

    private static void respondsMoreWeakly(Experiment experiment, Arm weaker, Arm stronger) {
        experiment.controlBeforeTraining("before training", List.of(RESPONSES_BEFORE), weaker, stronger);

        assertThat(weaker).on(RESPONSES).isLowerThan(stronger);
    }
}
