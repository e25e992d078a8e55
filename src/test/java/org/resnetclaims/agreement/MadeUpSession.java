package org.resnetclaims.agreement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.statistics.Hypothesis;
import org.resnetclaims.statistics.SequentialTest;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;

/** A session of made-up errors, whose records agree with themselves. */
final class MadeUpSession {

    private static final DatasetDescription DATA = Fixtures.session().dataset();

    private final String scale;
    private final Map<String, List<ArmRecord>> claims = new LinkedHashMap<>();

    MadeUpSession(String scale) {
        this.scale = scale;
    }

    /** With a claim that the first arm has the higher training error. */
    MadeUpSession with(String claim, ArmRecord first, ArmRecord second) {
        claims.put(claim, List.of(first, second));
        return this;
    }

    /** An arm whose test errors lie three points above its training errors. */
    static ArmRecord arm(String name, double... trainingErrors) {
        List<RunOutcome> runs = new ArrayList<>();
        for (double error : trainingErrors) {
            long seed = 1000 + runs.size();
            String run = Run.identity(name, DATA, Fixtures.RECIPE, seed);
            runs.add(new RunOutcome(run, seed, false, error, error + 3, Mistakes.UNKNOWN, List.of(), 1));
        }
        return Fixtures.trained(name, runs);
    }

    /** The same errors, all of them shifted by so many points. */
    static ArmRecord shifted(ArmRecord arm, double points) {
        return arm(
                arm.name(),
                DoubleStream.of(arm.values()).map(error -> error + points).toArray());
    }

    /** Leaves its records there, and returns the folder. */
    Path in(Path folder, String engine) {
        SessionRecord session = record(engine);
        EvidenceStore store = new EvidenceStore(folder);
        store.clear();
        store.writeSession(session);
        claims.forEach((id, arms) -> store.write(record(session, id, arms)));
        return folder;
    }

    private SessionRecord record(String engine) {
        SessionRecord other = Fixtures.session();
        return new SessionRecord(
                scale,
                DATA,
                new EngineDescription(engine, "1.2.3", "cpu", engine + " on AVX-512", 2),
                other.environment(),
                other.started(),
                300,
                600,
                2,
                0,
                false,
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    private static ClaimRecord record(SessionRecord session, String id, List<ArmRecord> arms) {
        int seeds = arms.get(0).runs().size();
        Decision decision = SequentialTest.judge(
                Hypothesis.higher().withLooks(List.of(seeds)),
                any -> ObservableRecord.TRAINING_ERROR.observations(arms.get(0), DATA),
                any -> ObservableRecord.TRAINING_ERROR.observations(arms.get(1), DATA));
        String hypothesis = decision.hypothesis()
                .inWords("training error", arms.get(0).name(), arms.get(1).name());
        return ClaimRecord.of(
                session.identity(),
                id,
                "figure1",
                "figure1.Claims.holds",
                "Fig. 1",
                "The first arm has the higher training error",
                Kind.TRAINED,
                decision.verdict(),
                decision.reason(),
                null,
                List.of(),
                new ClaimState.Judged(ObservableRecord.TRAINING_ERROR, hypothesis, arms, decision, null, List.of()),
                1);
    }
}
