package section3_2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Cost;
import org.resnetclaims.network.Shape;

/** Section 3.2, below Equation 1: what makes plain and residual networks fair to compare. */
class IdentityShortcutsAreFree {

    @Claim(
            id = "sec3.2.identity-shortcuts-cost-nothing",
            source = "Section 3.2",
            statement = "Identity shortcuts add neither parameters nor multiply-adds nor depth")
    void identityShortcutsCostNothing(Experiment experiment) {
        assertThat(List.of(20, 32, 44, 56, 110)).allSatisfy(depth -> assertThat(residual(depth)).isEqualTo(plain(depth)));
        long extra = residual(56).parameters() - plain(56).parameters();
        assertThat(experiment.measure("sec3.2.identity-shortcut.parameters", extra)).agreesWithPaper();
    }

    private static Cost plain(int depth) {
        return CifarNetworks.plain(depth).build(new Shape(3, 32, 32), 16, 10).cost();
    }

    private static Cost residual(int depth) {
        return CifarNetworks.residual(depth).build(new Shape(3, 32, 32), 16, 10).cost();
    }
}
