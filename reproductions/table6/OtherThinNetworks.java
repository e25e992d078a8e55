package table6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.plain;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.util.Comparator;
import java.util.List;
import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.ExpectedRefuted;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.PaperNumbers;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.network.Shape;

/** The other deep and thin networks of Table 6, of which the paper says that ResNet-110 is smaller, and better. */
class OtherThinNetworks {

    private static final List<String> OTHERS = List.of("fitnet-19", "highway-19", "highway-32");

    @Claim(
            id = "table6.resnet-110-is-smaller-than-highway-and-fitnet",
            kind = Kind.ARITHMETIC,
            source = "Section 4.2, Table 6",
            statement = "The 110-layer residual network has fewer parameters than FitNet and Highway networks",
            expectedRefuted =
                    @ExpectedRefuted(
                            figures =
                                    "1.73 million, against 2.5 of FitNet-19, 2.3 of Highway-19 and 1.25 of Highway-32",
                            because =
                                    "it is true of the better Highway network of the table, and not of the smaller one of 32 layers"))
    void deepest_network_is_the_smallest(Experiment experiment) {
        Quantity parameters = experiment.measure(
                "table6.resnet-110.parameters",
                residual(110).build(new Shape(3, 32, 32), 16, 10).cost().parameters() / 1e6);

        assertThat(parameters).agreesWithPaper();
        assertThat(OTHERS).allSatisfy(other -> assertThat(PaperNumbers.named("table6.%s.parameters".formatted(other))
                        .number())
                .as("million parameters of %s", other)
                .isGreaterThan(parameters.measured()));
    }

    @Claim(
            id = "table6.resnet-110-beats-highway-and-fitnet",
            source = "Table 6",
            statement =
                    "The 110-layer residual network has a lower test error on CIFAR-10 than FitNet and the Highway networks")
    void deepest_network_beats_them(Experiment experiment) {
        Arm resNet110 = experiment.train(residual(110));
        experiment.control("shortcuts cut", experiment.train(plain(110)));
        String best = OTHERS.stream()
                .map("table6.%s.test-error"::formatted)
                .min(Comparator.comparingDouble(name -> PaperNumbers.named(name).number()))
                .orElseThrow();

        assertThat(resNet110)
                .testError()
                .isBelowPaper(best, "the lowest that the table has for FitNet and the Highway networks");
    }
}
