package section4_1;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.LayerResponses;
import org.resnetclaims.training.Specimen;

/** Section 4.1: neither forward nor backward signals vanish in trained plain networks, which degrade all the same. */
class HealthyPlainNetworks {

    private static final Observable WEAKEST_RESPONSE = Observable.ofFindings(
            "standard deviation of the weakest layer's responses",
            "",
            Direction.NEITHER_IS_BETTER,
            Specimen.Stage.TRAINED,
            new LayerResponses(Split.TRAINING),
            Reduction.smallest(LayerResponses.DEVIATION));

    private static final Observable GROWTH_OF_GRADIENTS = Observable.ofFindings(
            "growth of the logarithm of gradient norms per layer, from the first to the last",
            "",
            Direction.NEITHER_IS_BETTER,
            Specimen.Stage.TRAINED,
            new GradientNorms(Split.TRAINING),
            Reduction.slopeOfLog(GradientNorms.NORM));

    @Claim(
            id = "sec4.1.trained-forward-signals-do-not-vanish",
            kind = Kind.EXAMINED,
            source = "Section 4.1",
            statement =
                    "Forward signals have variances far from zero in every layer of a trained 56-layer plain network")
    void forward_signals_do_not_vanish(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56)
                .on(WEAKEST_RESPONSE)
                .isAbove(0.1, "batch normalisation begins with a standard deviation of 1, of which this is a tenth");
    }

    @Claim(
            id = "sec4.1.trained-gradients-do-not-vanish",
            kind = Kind.EXAMINED,
            source = "Section 4.1",
            statement = "Gradients do not vanish on their way back through a trained 56-layer plain network")
    void gradients_do_not_vanish(Experiment experiment) {
        Arm plain56 = experiment.train(plain(56));

        assertThat(plain56)
                .on(GROWTH_OF_GRADIENTS)
                .isBelow(Math.log(10) / 54, "over 55 convolutions less than a factor of ten is lost");
    }
}
