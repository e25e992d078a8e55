package section4_2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;

/** "Exploring over 1000 layers": a network of 1202 layers is trained without difficulty, and overfits. */
class MoreThanAThousandLayers {

    private static final String COSTLY = "a run of 1202 layers takes the multiply-adds of 11 runs of ResNet-110";

    private static final String NO_PILOT = "it was not piloted, since " + COSTLY + "; there it needs -Dcostly=true";

    @Claim(
            id = "sec4.2.1202-optimises",
            source = "Section 4.2",
            statement = "A 1202-layer residual network has a training error below 0.1 %",
            from = Scale.PAPER,
            pilot = NO_PILOT,
            costly = COSTLY)
    void more_than_a_thousand_layers_fit_the_training_set(Experiment experiment) {
        Arm resNet1202 = experiment.train(residual(1202));

        assertThat(resNet1202).trainingError().isBelow(0.1, "the paper says that it is below 0.1 %");
    }

    @Claim(
            id = "sec4.2.1202-fits-like-110",
            source = "Section 4.2",
            statement = "A 1202-layer residual network has about the training error of a 110-layer one",
            from = Scale.PAPER,
            pilot = NO_PILOT,
            costly = COSTLY)
    void both_fit_the_training_set_alike(Experiment experiment) {
        Arm resNet110 = experiment.train(residual(110));
        Arm resNet1202 = experiment.train(residual(1202));
        experiment.control("shortcuts cut in one of them", experiment.train(plain(110)), resNet110);

        // The paper has the training error of 1202 layers as "< 0.1 %", and calls both similar.
        assertThat(resNet1202).trainingError().isEquivalentTo(resNet110, 0.1);
    }

    @Claim(
            id = "sec4.2.1202-overfits",
            source = "Section 4.2",
            statement = "A 1202-layer residual network has a higher test error than a 110-layer one",
            from = Scale.PAPER,
            pilot = NO_PILOT,
            costly = COSTLY)
    void more_than_a_thousand_layers_test_worse(Experiment experiment) {
        Arm resNet110 = experiment.train(residual(110));
        Arm resNet1202 = experiment.train(residual(1202));

        assertThat(resNet1202).testError().isHigherThan(resNet110);
    }
}
