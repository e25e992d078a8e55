package org.resnetclaims.agreement;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.statistics.Equivalence.Outcome;
import org.resnetclaims.training.EngineDescription;

/** What two sessions come to that differ in the engine alone: claim by claim, and arm by arm. */
record Agreement(
        Side first,
        Side second,
        String scale,
        DatasetDescription dataset,
        long seeds,
        List<ClaimAgreement> claims,
        List<ArmAgreement> arms) {

    Agreement {
        claims = List.copyOf(claims);
        arms = List.copyOf(arms);
    }

    /** The engine of a session, and where and when it ran. */
    record Side(EngineDescription engine, SessionRecord.Environment environment, Instant started) {

        private static Side of(SessionRecord session) {
            return new Side(session.engine(), session.environment(), session.started());
        }
    }

    /** @throws EvidenceException if the sessions differ in more than the engine, or not even in that */
    static Agreement of(JudgedSession first, JudgedSession second) {
        SessionRecord one = first.record();
        SessionRecord other = second.record();
        requireAlike("scales", one.scale(), other.scale());
        requireAlike("data sets", one.dataset(), other.dataset());
        requireAlike("draws of seeds", one.seeds(), other.seeds());
        if (one.engine().equals(other.engine())) {
            throw new EvidenceException(
                    "Both sessions ran on %s, which agrees with itself: judge the claims on two engines"
                            .formatted(one.engine()));
        }
        return new Agreement(
                Side.of(one),
                Side.of(other),
                one.scale(),
                one.dataset(),
                one.seeds(),
                claims(first.statuses(), second.statuses()),
                arms(first.arms(), second.arms(), one.dataset()));
    }

    private static void requireAlike(String what, Object one, Object other) {
        if (!one.equals(other)) {
            throw new EvidenceException(
                    "The two sessions have unlike %s, %s and %s: judge the claims on both engines with the same settings"
                            .formatted(what, one, other));
        }
    }

    private static List<ClaimAgreement> claims(Map<String, Status> first, Map<String, Status> second) {
        return union(first, second).stream()
                .map(id -> new ClaimAgreement(id, first.get(id), second.get(id)))
                .toList();
    }

    private static List<ArmAgreement> arms(
            Map<JudgedSession.Arm, ArmRecord> first,
            Map<JudgedSession.Arm, ArmRecord> second,
            DatasetDescription data) {
        return union(first, second).stream()
                .flatMap(arm -> errors(first.get(arm), second.get(arm), data))
                .toList();
    }

    private static Stream<ArmAgreement> errors(
            @Nullable ArmRecord first, @Nullable ArmRecord second, DatasetDescription data) {
        ArmRecord known = Objects.requireNonNull(first == null ? second : first);
        ArmRecord untrained = known.with(List.of(), List.of());
        return Margin.ALL.stream()
                .map(margin -> ArmAgreement.of(
                        margin,
                        Objects.requireNonNullElse(first, untrained),
                        Objects.requireNonNullElse(second, untrained),
                        data));
    }

    private static <K> Set<K> union(Map<K, ?> first, Map<K, ?> second) {
        Set<K> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys;
    }

    /** How many comparisons of errors ended so. */
    long count(Outcome outcome) {
        return arms.stream()
                .filter(arm -> arm.equivalence().outcome() == outcome)
                .count();
    }
}
