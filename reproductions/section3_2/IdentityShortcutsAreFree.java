package section3_2;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
import java.util.function.ToLongFunction;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.Shape;

/** Section 3.2, below Equation 1: what makes plain and residual networks fair to compare. */
class IdentityShortcutsAreFree {

    private static final List<Integer> DEPTHS = List.of(20, 32, 44, 56, 110);

    @Claim(
            id = "sec3.2.identity-shortcuts-cost-nothing",
            kind = Kind.ARITHMETIC,
            source = "Section 3.2",
            statement = "Identity shortcuts add neither parameters nor multiply-adds nor depth")
    void identity_shortcuts_cost_nothing(Experiment experiment) {
        assertThat(experiment.measure("sec3.2.identity-shortcut.parameters", largestExtra(Cost::parameters)))
                .agreesWithPaper();
        assertThat(experiment.measure("sec3.2.identity-shortcut.multiply-adds", largestExtra(Cost::multiplyAdds)))
                .agreesWithPaper();
        assertThat(experiment.measure("sec3.2.identity-shortcut.layers", largestExtra(Cost::depth)))
                .agreesWithPaper();
    }

    /** The largest difference, over all depths, between a residual network and the plain one of the same depth. */
    private static long largestExtra(ToLongFunction<Cost> of) {
        return DEPTHS.stream()
                .mapToLong(depth -> Math.abs(of.applyAsLong(residual(depth)) - of.applyAsLong(plain(depth))))
                .max()
                .orElseThrow();
    }

    private static Cost plain(int depth) {
        return CifarNetworks.plain(depth).build(new Shape(3, 32, 32), 16, 10).cost();
    }

    private static Cost residual(int depth) {
        return CifarNetworks.residual(depth).build(new Shape(3, 32, 32), 16, 10).cost();
    }
}
