package notes;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.util.List;
import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.BlockGradients;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.examinations.OnFirstImages;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Specimen;

/**
 * What is said of networks before their first step, in {@link WordsAboutGradients} and {@link WordsAboutNormalisation},
 * asked again of trained ones. The figures of what is expected to be REFUTED are those of tuning seeds 1 to 3 at scale
 * quick, the others those of tuning seeds 1 to 4 after 600 batches.
 */
class WordsAboutTrainedNetworks {

    private static final GradientNorms GRADIENTS = new GradientNorms(Split.TRAINING);

    private static final Observable LOSS = loss("", Specimen.Stage.TRAINED, GRADIENTS);
    private static final Observable LOSS_BEFORE =
            loss(" before training", Specimen.Stage.INITIAL, new OnFirstImages(64, GRADIENTS));

    private static Observable loss(String when, Specimen.Stage stage, Examination gradients) {
        return Observable.ofFindings(
                "loss of gradient from the last layer to the first" + when,
                "powers of ten",
                Direction.LOWER_IS_BETTER,
                stage,
                gradients,
                Reduction.growth(GradientNorms.NORM));
    }

    private static final Observable CHANGE = Observable.ofFindings(
            "change of the gradient norm from the first block to the last",
            "powers of ten",
            Direction.LOWER_IS_BETTER,
            Specimen.Stage.TRAINED,
            new BlockGradients(Split.TRAINING),
            Reduction.change(BlockGradients.NORM));

    private static final Observable FARTHEST = Observable.ofFindings(
            "largest standard deviation of a layer",
            "",
            Direction.LOWER_IS_BETTER,
            Specimen.Stage.TRAINED,
            new LayerSignals(Split.TRAINING),
            Reduction.largest(LayerSignals.DEVIATION));

    // -0.11, 0.03, 0.13 and 0.01 powers of ten, against -1.13, -1.02, -1.11 and -0.86 at 20 layers. So it is true, and
    // yet no gradient vanishes: the first layer of plain-56 gets about as much as the last, where it began with 10,000
    // times that. The control shows that training does this. It cannot show that it is depth: plain-20 comes near to
    // fitting its images, and plain-56 does not.
    @Claim(
            id = "notes.deeper-gradients-gain-less-after-training",
            kind = Kind.EXAMINED,
            source = "Section 4.1, as notes have it",
            statement =
                    "After training with batch normalisation, the gradient of a 56-layer plain network gains less, or "
                            + "loses more, on the way to the first layer than that of a 20-layer one")
    void gradients_of_the_deeper_network_gain_less_after_training(Experiment experiment) {
        Arm plain20 = experiment.train(plain(20));
        Arm plain56 = experiment.train(plain(56));
        experiment.controlBeforeTraining("before training", List.of(LOSS_BEFORE), plain56, plain20);

        assertThat(plain56).on(LOSS).isHigherThan(plain20);
    }

    // Without a control, as the next one: both are expected to be REFUTED, which a control could not guard. That their
    // examinations find the effect where it is, the claims on networks before training show.
    @Claim(
            id = "notes.trained-skip-gives-direct-path",
            kind = Kind.EXAMINED,
            source = "Section 3.2, as notes have it",
            statement = "After training, the norm of the gradient changes less from the last block to the first with "
                    + "shortcuts than without them, at 56 layers",
            expectedRefuted =
                    @ExpectedRefuted(
                            scales = Scale.QUICK,
                            figures =
                                    "1.05, 1.29 and 1.06 powers of ten with shortcuts, 0.22, 0.04 and 0.59 without (tuning seeds)",
                            because =
                                    "before training the plain network has a change of 3.8, which training has evened out; the norms of gradients speak for shortcuts at the start of training, and not at its end"))
    void gradients_change_less_with_shortcuts_after_training(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        Arm resNet56 = experiment.train(residual(56));

        assertThat(resNet56).on(CHANGE).isLowerThan(plain56);
    }

    @Claim(
            id = "notes.trained-normalisation-keeps-outputs-near",
            kind = Kind.EXAMINED,
            source = "Section 3.4, as notes have it",
            statement =
                    "Batch normalisation keeps what the layers of a trained 56-layer plain network yield from moving "
                            + "far out",
            expectedRefuted =
                    @ExpectedRefuted(
                            scales = Scale.QUICK,
                            figures = "a standard deviation of 11.3, 13.0 and 10.8 in one layer (tuning seeds)",
                            because =
                                    "normalisation hands on what it has normalised with a scale and a shift that are learned, and those of plain-56 grow; ResNet-56 stays at 1.1"))
    void outputs_stay_near_after_training(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56)
                .on(FARTHEST)
                .isBelow(2, "twice the standard deviation that normalisation begins with is near");
    }
}
