package notes;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.DropoutNoise;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.training.Specimen;

/**
 * What notes about the paper say of dropout, which its networks go without: on networks before their first step, beside
 * the same ones without dropout.
 */
class WordsAboutDropout {

    private static final Architecture DROPPING = residual(20).withDropout(0.3);

    private static Observable effect(Experiment experiment, String name, String unit, String column) {
        return Observable.ofFindings(
                name,
                unit,
                Direction.NEITHER_IS_BETTER,
                Specimen.Stage.INITIAL,
                new DropoutNoise(Split.TRAINING),
                Reduction.of(column),
                experiment.company(Specimen.Stage.INITIAL, experiment.train(residual(20))));
    }

    // In inference, the two losses are the same to the bit.
    @Claim(
            id = "notes.dropout-inference",
            kind = Kind.INITIAL,
            source = "Section 3.4, as notes have it",
            statement = "Dropout changes the loss of a batch in training more than in inference")
    void dropout_acts_in_training_alone(Experiment experiment) {
        Arm dropping = experiment.train(DROPPING);

        assertThat(dropping)
                .on(effect(experiment, "effect of dropout on the loss in training", "nats", DropoutNoise.TRAINING))
                .isHigherThan(effect(
                        experiment, "effect of dropout on the loss in inference", "nats", DropoutNoise.INFERENCE));
    }

    // Without a control: dropout that did nothing would keep the expectation too. That it acts, the claim above shows.
    @Claim(
            id = "notes.dropout-keeps-expectation",
            kind = Kind.INITIAL,
            source = "Section 3.4, as notes have it",
            statement =
                    "Dropout with a probability of 0.3 keeps the expectation of what it lets through: what the next "
                            + "convolution makes of it has the mean that it has without, within 3 % over 20 masks")
    void dropout_keeps_the_expectation(Experiment experiment) {
        Arm dropping = experiment.train(DROPPING);

        assertThat(dropping)
                .on(effect(
                        experiment,
                        "shift of the mean behind the first dropout",
                        "of the norm over the channels",
                        DropoutNoise.EXPECTATION))
                .isBelow(
                        0.03,
                        "without a division by what is kept it would be 0.3, of which a tenth is left to the chance of 20 masks");
    }
}
