package notes;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.examinations.Neighbours;
import org.resnetclaims.examinations.OnFirstImages;
import org.resnetclaims.examinations.Rescaled;
import org.resnetclaims.training.Specimen;

/** What notes about the paper say of batch normalisation, on networks before their first step. */
class WordsAboutNormalisation {

    private static final Observable IN_TRAINING = neighbours("training", Neighbours.TRAINING);
    private static final Observable IN_INFERENCE = neighbours("inference", Neighbours.INFERENCE);

    private static final Observable FARTHEST = Observable.ofFindings(
            "largest standard deviation of a layer with weights doubled",
            "",
            Direction.LOWER_IS_BETTER,
            Specimen.Stage.INITIAL,
            new OnFirstImages(64, new Rescaled(2, new LayerSignals(Split.TRAINING))),
            Reduction.largest(LayerSignals.DEVIATION));

    private static Observable neighbours(String mode, String column) {
        return Observable.ofFindings(
                "effect of other images of the batch on the loss of an image in " + mode,
                "nats",
                Direction.NEITHER_IS_BETTER,
                Specimen.Stage.INITIAL,
                new Neighbours(Split.TRAINING),
                Reduction.of(column));
    }

    // 4e-3 to 1e-2 in training, 1e-15 in inference. Without normalisation both are the same by construction.
    @Claim(
            id = "notes.normalisation-in-training",
            kind = Kind.INITIAL,
            source = "Section 3.4, as notes have it",
            statement = "In training, batch normalisation lets the loss of an image depend on the other images of its "
                    + "batch, more than in inference")
    void images_of_a_batch_touch_each_other_in_training(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));
        experiment.control(
                "normalisation taken out", experiment.train(residual(20).withoutNormalisation()));

        assertThat(resNet20).on(IN_TRAINING).isHigherThan(IN_INFERENCE);
    }

    @Claim(
            id = "notes.normalisation-in-inference",
            kind = Kind.INITIAL,
            source = "Section 3.4, as notes have it",
            statement = "In inference, the loss of an image does not depend on the other images of its batch")
    void images_of_a_batch_do_not_touch_each_other_in_inference(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));

        assertThat(resNet20)
                .on(IN_INFERENCE)
                .isBelow(1e-6, "numbers of single precision, as logits are, round to about seven digits");
    }

    // 1.0 with normalisation.
    @Claim(
            id = "notes.normalisation-keeps-outputs-near",
            kind = Kind.INITIAL,
            source = "Section 3.4, as notes have it",
            statement =
                    "Batch normalisation keeps what the layers of a 56-layer network yield from moving far out, also "
                            + "where the weights are twice as large as they should be")
    void outputs_stay_near(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));
        experiment.control("normalisation taken out", experiment.train(plain(56).withoutNormalisation()));

        assertThat(plain56).on(FARTHEST).isBelow(2, "twice the standard deviation that normalisation aims at is near");
    }
}
