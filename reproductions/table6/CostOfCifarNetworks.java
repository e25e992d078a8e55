package table6;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.util.List;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.Shape;

/** The sizes of the CIFAR networks in Table 6. */
class CostOfCifarNetworks {

    private static final List<Integer> DEPTHS = List.of(20, 32, 44, 56, 110, 1202);

    @Claim(
            id = "table6.parameters",
            source = "Table 6",
            statement = "The CIFAR networks of 20 to 1202 layers have 0.27 to 19.4 million parameters")
    void networksHaveTheirParameters(Experiment experiment) {
        for (int depth : DEPTHS) {
            long parameters = cost(depth).parameters();
            String network = "table6.resnet-" + depth;

            assertThat(experiment.measure(network + ".printed-parameters", parameters / 1e6)).agreesWithPaper();
            assertThat(experiment.measure(network + ".parameters", parameters)).agreesWithPaper();
        }
    }

    @Claim(
            id = "table6.multiply-adds",
            source = "Section 4.2",
            statement = "The CIFAR networks of 20 to 1202 layers take 41 to 2829 million multiply-adds per image")
    void networksTakeTheirMultiplyAdds(Experiment experiment) {
        for (int depth : DEPTHS) {
            assertThat(experiment.measure(
                            "table6.resnet-%d.multiply-adds".formatted(depth), cost(depth).multiplyAdds() / 1e6))
                    .agreesWithPaper();
        }
    }

    private static Cost cost(int depth) {
        return residual(depth).build(new Shape(3, 32, 32), 16, 10).cost();
    }
}
