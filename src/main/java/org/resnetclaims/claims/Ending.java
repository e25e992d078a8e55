package org.resnetclaims.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.resnetclaims.claims.judging.Comparison;
import org.resnetclaims.claims.judging.Conclusion;
import org.resnetclaims.claims.judging.Judgement;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.statistics.Verdict;

/** What follows when the test of a claim ends: its conclusion, its record, and whether the test passes. */
final class Ending {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Experiment experiment;
    private final DeclaredClaim claim;
    private final Scale scale;
    private final Trial trial;
    private final long started = System.nanoTime();

    /** The refutation that the claim is declared to meet, once its assertion has thrown it. */
    private Optional<Throwable> expectedRefutation = Optional.empty();

    /** @param experiment of a test that is about to begin */
    Ending(Experiment experiment) {
        this.experiment = experiment;
        this.claim = experiment.claim();
        this.scale = experiment.conditions().scale();
        this.trial = experiment.trial();
    }

    /** Whether what the test has thrown is the refutation that the claim is declared to meet; the test then passes. */
    boolean expects(Throwable thrown) {
        boolean expected =
                isExpectedRefuted() && conclusion(Optional.of(thrown)).verdict() == Verdict.REFUTED;
        if (expected) {
            expectedRefutation = Optional.of(thrown);
        }
        return expected;
    }

    /**
     * Concludes and records what became of the claim.
     *
     * @param thrown what ended its test; empty if the test has returned, or has thrown what is expected
     * @param records takes the record
     * @throws IllegalStateException if the test has returned, but has not decided what the claim declares
     * @throws AssertionError if the claim is declared to come out REFUTED, and came out REPRODUCED
     */
    void end(Optional<Throwable> thrown, Consumer<ClaimRecord> records) {
        Optional<Throwable> ended = thrown.or(() -> expectedRefutation);
        Optional<IllegalStateException> misuse =
                ended.isEmpty() ? misuse().map(IllegalStateException::new) : Optional.empty();
        Conclusion conclusion = conclusion(ended.or(() -> misuse));
        records.accept(record(conclusion));
        misuse.ifPresent(e -> {
            throw e;
        });
        if (isExpectedRefuted() && conclusion.verdict() == Verdict.REPRODUCED) {
            throw new AssertionError(
                    "%s is REPRODUCED at scale %s, where it is declared to be REFUTED (%s): find out why, and remove the declaration or the mistake"
                            .formatted(claim.id(), scale, conclusion.reason()));
        }
    }

    private boolean isExpectedRefuted() {
        return claim.expectedRefuted(scale).isPresent();
    }

    private Conclusion conclusion(Optional<Throwable> thrown) {
        return Conclusion.of(thrown, trial.judgement(), experiment.quantities());
    }

    /** Why a test that has returned must not pass. */
    private Optional<String> misuse() {
        boolean compares = trial.comparison().isPresent();
        if (experiment.trains() && !compares) {
            return misuse("Claim %s trains networks, but decides nothing: assert something of its arms");
        }
        if (compares && !passes()) {
            return misuse("Claim %s catches what its assertion throws: let it through");
        }
        if (!compares && experiment.quantities().isEmpty()) {
            return misuse(
                    "Claim %s neither compares arms nor measures a number, so nothing could refute it: do either");
        }
        Kind kind = trial.comparison()
                .map(comparison -> comparison.observable().described().source().kind())
                .orElse(Kind.ARITHMETIC);
        if (claim.claim().kind() != kind) {
            return Optional.of("Claim %s is declared %s, but what it compares makes it %s: declare its kind"
                    .formatted(claim.id(), claim.claim().kind(), kind));
        }
        if (!experiment.measuresWhatThePaperSays()) {
            return misuse("Claim %s measures a number that does not agree, and lets that pass: assert that it agrees");
        }
        return Optional.empty();
    }

    private Optional<String> misuse(String how) {
        return Optional.of(how.formatted(claim.id()));
    }

    private boolean passes() {
        return trial.judgement()
                .filter(judgement -> judgement.consequence() == Judgement.Consequence.PASS)
                .isPresent();
    }

    private ClaimRecord record(Conclusion conclusion) {
        return ClaimRecord.of(
                experiment.conditions().session(),
                claim.id(),
                claim.place(),
                claim.where(),
                claim.claim().source(),
                claim.claim().statement(),
                claim.claim().kind(),
                conclusion.verdict(),
                conclusion.reason(),
                claim.expectedRefuted(scale).orElse(null),
                experiment.quantities(),
                trial.comparison().map(this::state).orElseGet(ClaimState.Exact::new),
                (System.nanoTime() - started) / NANOS_PER_SECOND);
    }

    private ClaimState state(Comparison comparison) {
        ObservableRecord observable = comparison.observable().described();
        return trial.judgement()
                .<ClaimState>map(judgement -> new ClaimState.Judged(
                        observable,
                        comparison.words(),
                        comparison.records(),
                        judgement.decision(),
                        judgement.control().orElse(null),
                        comparison.observable().needsTraining() ? SessionControls.IDS : List.of()))
                .orElseGet(() -> new ClaimState.Undecided(observable, comparison.words(), comparison.records()));
    }
}
