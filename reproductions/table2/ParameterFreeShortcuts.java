package table2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.ImageNetNetworks.plain;
import static org.resnetclaims.network.ImageNetNetworks.residual;

import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.Shape;

/** The caption of Table 2. */
class ParameterFreeShortcuts {

    @Claim(
            id = "table2.no-extra-parameters",
            kind = Kind.ARITHMETIC,
            source = "Table 2",
            statement = "The residual networks of 18 and 34 layers have no parameter more than the plain ones")
    void residual_networks_have_no_extra_parameters(Experiment experiment) {
        for (int depth : new int[] {18, 34}) {
            assertThat(experiment.measure(
                            "table2.extra-parameters",
                            depth + " layers",
                            parameters(residual(depth)) - parameters(plain(depth))))
                    .agreesWithPaper();
        }
    }

    private static long parameters(Architecture architecture) {
        return architecture.build(new Shape(3, 224, 224), 64, 1000).cost().parameters();
    }
}
