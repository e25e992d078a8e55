package table6;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.util.List;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.Shape;

/** The sizes of the CIFAR networks in Table 6, and what the paper's description of these networks amounts to. */
class CostOfCifarNetworks {

    private static final List<Integer> DEPTHS = List.of(20, 32, 44, 56, 110, 1202);

    @Claim(
            id = "table6.parameters",
            kind = Kind.ARITHMETIC,
            source = "Table 6",
            statement = "The CIFAR networks of 20 to 1202 layers have 0.27 to 19.4 million parameters")
    void networks_have_their_parameters(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure(
                            "table6.resnet-%d.parameters".formatted(depth),
                            cost(depth).parameters() / 1e6))
                    .agreesWithPaper();
        }
    }

    @Claim(
            id = "table6.exact-parameters",
            kind = Kind.ARITHMETIC,
            source = "Section 4.2",
            statement = "Built as described, the CIFAR networks have as many parameters as a count by hand gives")
    void networks_have_the_parameters_counted_by_hand(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure(
                            "table6.resnet-%d.exact-parameters".formatted(depth),
                            cost(depth).parameters()))
                    .agreesWithDescription();
        }
    }

    @Claim(
            id = "table6.multiply-adds",
            kind = Kind.ARITHMETIC,
            source = "Section 4.2",
            statement = "Built as described, the CIFAR networks take as many multiply-adds as a count by hand gives")
    void networks_take_the_multiply_adds_counted_by_hand(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure(
                            "table6.resnet-%d.multiply-adds".formatted(depth),
                            cost(depth).multiplyAdds() / 1e6))
                    .agreesWithDescription();
        }
    }

    private static Cost cost(int depth) {
        return residual(depth).build(new Shape(3, 32, 32), 16, 10).cost();
    }
}
