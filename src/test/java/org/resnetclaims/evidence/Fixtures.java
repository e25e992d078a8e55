package org.resnetclaims.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.Shape;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Design;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.Observations;
import org.resnetclaims.statistics.SequentialTest;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.RunOutcome;

/** Records like those that a session at quick scale leaves behind. */
public final class Fixtures {

    public static final String SESSION = session().identity();

    public static final Recipe RECIPE = new Recipe(0.1, List.of(400, 600), 0.9, 1e-4, 64, 800, Augmentation.NONE);

    private static final double[] PLAIN_20 = {62, 41, 33, 28, 21, 18, 15, 14.2};
    private static final double[] PLAIN_56 = {84, 76, 71, 66, 58, 53, 49, 47};
    private static final double[] RESNET_56 = {58, 33, 25, 21, 14, 12, 10, 9.3};

    private Fixtures() {}

    public static SessionRecord session() {
        return new SessionRecord(
                "quick",
                new DatasetDescription("fashion-mnist", new Shape(1, 14, 14), 10, 4000, 2000, "5f2c".repeat(16)),
                new EngineDescription("deeplearning4j", "1.0.0-M2.1", "cpu", "linux-x86_64-avx512", 2),
                new SessionRecord.Environment(
                        "142d1d2c0ffee142d1d2c0ffee142d1d2c0ffee1",
                        true,
                        "17.0.12",
                        "Linux 6.1 amd64",
                        "Intel Xeon @ 2.10GHz",
                        2,
                        7936,
                        Map.of("deeplearning4j", "1.0.0-M2.1", "oneDNN", "3.11"),
                        1),
                Instant.parse("2026-11-21T07:30:00Z"),
                412.5,
                700,
                2,
                0,
                false,
                List.of(),
                List.of(),
                Map.of(),
                List.of("plain-20#0"));
    }

    public static SessionRecord session(long seeds, SessionControl... controls) {
        SessionRecord session = session();
        return new SessionRecord(
                session.scale(),
                session.dataset(),
                session.engine(),
                session.environment(),
                session.started(),
                session.wallSeconds(),
                session.busySeconds(),
                session.parallelRuns(),
                seeds,
                session.costly(),
                List.of(),
                List.of(controls),
                Map.of(),
                session.reusedRuns());
    }

    /** At its end, with the standings of these claims. */
    public static SessionRecord concluded(SessionRecord session, ClaimRecord... claims) {
        return session.withStandings(Stream.of(claims)
                .collect(Collectors.toMap(ClaimRecord::id, claim -> Standing.of(claim, session.controls()))));
    }

    /** Twenty layers against fifty-six: {@code seeds} runs an arm, REPRODUCED. */
    public static ClaimRecord degradation(int seeds) {
        List<ArmRecord> arms = List.of(arm("plain-56", PLAIN_56, 9, seeds), arm("plain-20", PLAIN_20, 1.5, seeds));
        Decision decision = decision(Hypothesis.higher().withLooks(List.of(seeds)), arms);
        return ClaimRecord.of(
                SESSION,
                "fig1.plain-56-trains-worse-than-plain-20",
                "figure1",
                "figure1.Claims.holds",
                "Fig. 1",
                "A 56-layer plain network has a higher training error than a 20-layer one",
                Kind.TRAINED,
                Verdict.REPRODUCED,
                decision.reason(),
                null,
                List.of(),
                new ClaimState.Judged(
                        ObservableRecord.TRAINING_ERROR,
                        decision.hypothesis().inWords("training error", "plain-56", "plain-20"),
                        arms,
                        decision,
                        control(Verdict.INCONCLUSIVE),
                        List.of()),
                95.2);
    }

    public static ControlRecord control(Verdict verdict) {
        List<ArmRecord> arms = List.of(arm("plain-20", PLAIN_20, 1.5, 3), arm("plain-20", PLAIN_20, 2, 3));
        Decision made = decision(Hypothesis.higher().withLooks(List.of(3)), arms);
        Decision decision = new Decision(
                made.hypothesis(),
                verdict,
                made.reason(),
                made.looks(),
                made.difference(),
                made.interval(),
                made.pValue(),
                made.effectSize(),
                made.probabilityOfSuperiority(),
                made.superiorityInterval(),
                made.firstFailures(),
                made.secondFailures(),
                made.images(),
                made.crossChecks());
        return new ControlRecord("plain-20 against itself on other seeds", decision, arms);
    }

    /** Of a claim that was judged; a control that does not hold takes its verdict. */
    public static ClaimRecord withControl(ClaimRecord claim, ControlRecord control) {
        ClaimState.Judged judged = judged(claim);
        return with(
                claim,
                claim.id(),
                control.holds() ? claim.verdict() : Verdict.INCONCLUSIVE,
                claim.quantities(),
                new ClaimState.Judged(
                        judged.observable(),
                        judged.hypothesis(),
                        judged.arms(),
                        judged.decision(),
                        control,
                        judged.guards()));
    }

    /**
     * The same runs judged again, as those of a claim with another id that is guarded by these controls of the session.
     */
    public static ClaimRecord again(ClaimRecord claim, String id, String... guards) {
        ClaimState.Judged judged = judged(claim);
        return with(
                claim,
                id,
                claim.verdict(),
                claim.quantities(),
                new ClaimState.Judged(
                        judged.observable(),
                        judged.hypothesis(),
                        judged.arms(),
                        judged.decision(),
                        null,
                        List.of(guards)));
    }

    /** What was decided of the arms of a claim. */
    public static ClaimState.Judged judged(ClaimRecord claim) {
        return claim.judged().orElseThrow();
    }

    /** A claim of whose arms something else was decided. */
    public static ClaimRecord with(ClaimRecord claim, ClaimState state) {
        return with(claim, claim.id(), claim.verdict(), claim.quantities(), state);
    }

    public static ClaimRecord with(
            ClaimRecord claim, String id, Verdict verdict, List<Quantity> quantities, ClaimState state) {
        return ClaimRecord.of(
                SESSION,
                id,
                claim.place(),
                claim.test(),
                claim.source(),
                claim.statement(),
                claim.kind(),
                verdict,
                claim.reason(),
                claim.expected(),
                quantities,
                state,
                claim.seconds());
    }

    public static ClaimRecord expectedToBeRefuted(ClaimRecord claim, String figures, String because) {
        return ClaimRecord.of(
                SESSION,
                claim.id(),
                claim.place(),
                claim.test(),
                claim.source(),
                claim.statement(),
                claim.kind(),
                claim.verdict(),
                claim.reason(),
                new ExpectedRefutation(figures, because),
                claim.quantities(),
                claim.state(),
                claim.seconds());
    }

    /** Exact, with numbers that span more than a factor of one hundred. */
    public static ClaimRecord costs() {
        return ClaimRecord.of(
                SESSION,
                "table6.parameters",
                "table6",
                "figure1.Claims.holds",
                "Table 6",
                "The parameter counts of the CIFAR-10 networks",
                Kind.ARITHMETIC,
                Verdict.REPRODUCED,
                "All six counts round to those of the paper.",
                null,
                List.of(
                        new Quantity("ResNet-20", "10^6 parameters", "Table 6", Origin.PRINTED, "0.27", 0.269722, null),
                        new Quantity("ResNet-32", "10^6 parameters", "Table 6", Origin.PRINTED, "0.46", 0.464154, null),
                        new Quantity("ResNet-44", "10^6 parameters", "Table 6", Origin.PRINTED, "0.66", 0.658586, null),
                        new Quantity("ResNet-56", "10^6 parameters", "Table 6", Origin.PRINTED, "0.85", 0.853018, null),
                        new Quantity("ResNet-110", "10^6 parameters", "Table 6", Origin.PRINTED, "1.7", 1.727962, null),
                        new Quantity(
                                "ResNet-1202", "10^6 parameters", "Table 6", Origin.PRINTED, "19.4", 19.421274, null),
                        new Quantity("plain-8", "10^6 parameters", "Table 6", null, null, 0.07529, null)),
                new ClaimState.Exact(),
                0.02);
    }

    public static ClaimRecord multiplyAdds() {
        String[] paper = {"1.8", "3.6", "3.8", "7.6", "11.3", "15.3", "19.6"};
        double[] ours = {1.814, 3.664, 4.089, 7.802, 11.514, 15.466, 19.632};
        String[] names = {"ResNet-18", "ResNet-34", "ResNet-50", "ResNet-101", "ResNet-152", "VGG-16", "VGG-19"};
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            quantities.add(
                    new Quantity(names[i], "10^9 multiply-adds", "Table 1", Origin.PRINTED, paper[i], ours[i], null));
        }
        return ClaimRecord.of(
                SESSION,
                "table1.multiply-adds",
                "table1",
                "figure1.Claims.holds",
                "Table 1",
                "ResNet-50 takes 3.8 billion multiply-adds",
                Kind.ARITHMETIC,
                Verdict.REFUTED,
                "ResNet-50 takes 4.09 billion multiply-adds, the paper prints 3.8.",
                null,
                quantities,
                new ClaimState.Exact(),
                0.01);
    }

    public static ClaimRecord notTested(String reason) {
        return ClaimRecord.of(
                SESSION,
                "table5.ensemble-of-six",
                "table5",
                "figure1.Claims.holds",
                "Table 5",
                "Six models together reach 3.57 % top-5 error",
                Kind.TRAINED,
                Verdict.NOT_TESTED,
                reason,
                null,
                List.of(),
                new ClaimState.Exact(),
                0);
    }

    /** Three arms, one of whose runs diverged halfway, INCONCLUSIVE. */
    public static ClaimRecord withDivergedRun() {
        List<RunOutcome> runs = new ArrayList<>(arm("plain-56", PLAIN_56, 9, 3).runs());
        RunOutcome whole = runs.get(2);
        runs.set(
                2,
                new RunOutcome(
                        whole.run(),
                        whole.seed(),
                        true,
                        90,
                        90,
                        Mistakes.UNKNOWN,
                        whole.curve().subList(0, 4),
                        11));
        List<ArmRecord> arms = List.of(arm("ResNet-56", RESNET_56, 1, 3), trained("plain-56", runs));
        Decision decision = decision(Hypothesis.lower().withLooks(List.of(3)), arms);
        return ClaimRecord.of(
                SESSION,
                "fig6.residual-56-trains-better",
                "figure6",
                "figure1.Claims.holds",
                "Fig. 6",
                "ResNet-56 has a lower training error than plain-56",
                Kind.TRAINED,
                Verdict.INCONCLUSIVE,
                decision.reason(),
                null,
                List.of(new Quantity(
                        "ResNet-56",
                        "% test error",
                        "Table 6",
                        Origin.PRINTED,
                        "6.97",
                        13.4,
                        "the recipe is that of scale quick")),
                new ClaimState.Judged(
                        ObservableRecord.TRAINING_ERROR,
                        decision.hypothesis().inWords("training error", "ResNet-56", "plain-56"),
                        arms,
                        decision,
                        null,
                        List.of()),
                64);
    }

    /** One arm against a number of the paper, REFUTED. */
    public static ClaimRecord numeric() {
        ArmRecord arm = arm("ResNet-56", RESNET_56, 0.2, 3);
        Hypothesis hypothesis = Hypothesis.equivalentWithin(0.5)
                .with(new Design.AgainstNumber(6.97, "the 6.97 % of Table 6", "The margin: it is that of a test."));
        Decision decision = SequentialTest.judge(hypothesis, seeds -> trainingErrors(arm, seeds));
        return ClaimRecord.of(
                SESSION,
                "table6.resnet-56-test-error",
                "table6",
                "figure1.Claims.holds",
                "Table 6",
                "ResNet-56 has an error of 6.97 %",
                Kind.TRAINED,
                decision.verdict(),
                decision.reason(),
                null,
                List.of(new Quantity(
                        "ResNet-56", "%", "Table 6", Origin.PRINTED, "6.97", 6.97 + decision.difference(), null)),
                new ClaimState.Judged(
                        ObservableRecord.TRAINING_ERROR,
                        hypothesis.inWords("training error", "ResNet-56"),
                        List.of(arm),
                        decision,
                        null,
                        List.of()),
                64);
    }

    private static Decision decision(Hypothesis hypothesis, List<ArmRecord> arms) {
        return SequentialTest.judge(
                hypothesis, seeds -> trainingErrors(arms.get(0), seeds), seeds -> trainingErrors(arms.get(1), seeds));
    }

    private static Observations trainingErrors(ArmRecord arm, int seeds) {
        return Observations.of(arm.runs().stream()
                .limit(seeds)
                .mapToDouble(RunOutcome::trainingError)
                .toArray());
    }

    /** Curves of eight points, the runs spread evenly over {@code spread} points to either side. */
    public static ArmRecord arm(String name, double[] training, double spread, int seeds) {
        List<RunOutcome> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            double offset = seeds == 1 ? 0 : spread * (2.0 * seed / (seeds - 1) - 1);
            List<CurvePoint> curve = new ArrayList<>();
            for (int i = 0; i < training.length; i++) {
                double damped = offset * (i + 1) / training.length;
                curve.add(new CurvePoint(100 * (i + 1), training[i] + damped, training[i] + 2.5 + 1.2 * damped));
            }
            CurvePoint last = curve.get(curve.size() - 1);
            runs.add(new RunOutcome(
                    name + "#" + seed,
                    1000 + seed,
                    false,
                    last.trainingError() - 0.4,
                    last.testError(),
                    Mistakes.UNKNOWN,
                    curve,
                    12.5 + seed));
        }
        return trained(name, runs);
    }

    /** An arm that is judged by its training errors. */
    public static ArmRecord trained(String name, List<RunOutcome> runs) {
        return judgedBy(ObservableRecord.TRAINING_ERROR, name, runs);
    }

    /** An arm that is judged by one of its errors. */
    public static ArmRecord judgedBy(ObservableRecord error, String name, List<RunOutcome> runs) {
        List<Observed> numbers = runs.stream()
                .map(run -> new Observed(run.seed(), error.source().of(run).orElseThrow()))
                .toList();
        return ArmRecord.of(name, name, 8, RECIPE, runs, numbers);
    }
}
