package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.SessionControl;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.Hypothesis;

/** Records of a session as large as the whole catalogue, made up from the few of the fixtures. */
final class SeventyClaims {

    private static final int POINTS = 40;
    private static final int SEEDS = 6;

    private SeventyClaims() {}

    static void write(EvidenceStore store) {
        store.writeSession(Fixtures.session(
                0, new SessionControl("session.null", "Pools all null contrasts", true, "z = 0.3", null)));
        List<ClaimRecord> claims = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // Two claims on each pair of networks, and every third of three networks.
            claims.add(judged("fig%d.networks-differ-%d".formatted(1 + i % 7, i), i / 2, i % 3 == 0 ? 3 : 2));
        }
        for (int i = 0; i < 15; i++) {
            claims.add(Fixtures.again(Fixtures.numeric(), "table6.error-%d".formatted(i), "session.null"));
        }
        for (int i = 0; i < 15; i++) {
            claims.add(renamed(Fixtures.costs(), "table1.costs-%d".formatted(i)));
        }
        for (int i = 0; i < 10; i++) {
            claims.add(renamed(Fixtures.notTested("It takes ImageNet, and so does " + i), "table5.imagenet-" + i));
        }
        claims.forEach(store::write);
    }

    private static ClaimRecord judged(String id, int pair, int networks) {
        ClaimState.Judged judged = Fixtures.judged(Fixtures.degradation(SEEDS));
        List<ArmRecord> arms = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            arms.add(Fixtures.arm("network-%d".formatted(pair + i), curve(60.0 / (i + 1)), 3, SEEDS));
        }
        return Fixtures.with(
                Fixtures.degradation(SEEDS),
                id,
                judged.decision().verdict(),
                List.of(),
                new ClaimState.Judged(
                        judged.observable(),
                        judged.hypothesis(),
                        arms,
                        networks > 2 ? inOrder(judged.decision()) : judged.decision(),
                        judged.control(),
                        List.of("session.null")));
    }

    private static Decision inOrder(Decision decision) {
        Hypothesis declared = decision.hypothesis();
        return new Decision(
                new Hypothesis(
                        new Design.Order(),
                        declared.relation(),
                        declared.margin(),
                        declared.unit(),
                        declared.errorRate(),
                        declared.looks()),
                decision.verdict(),
                decision.reason(),
                decision.looks(),
                decision.difference(),
                decision.interval(),
                decision.pValue(),
                decision.effectSize(),
                decision.probabilityOfSuperiority(),
                decision.superiorityInterval(),
                decision.firstFailures(),
                decision.secondFailures(),
                decision.images(),
                decision.crossChecks());
    }

    private static double[] curve(double end) {
        double[] errors = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            errors[i] = end + (88 - end) / (1 + i);
        }
        return errors;
    }

    private static ClaimRecord renamed(ClaimRecord claim, String id) {
        return Fixtures.with(claim, id, claim.verdict(), claim.quantities(), claim.state());
    }
}
