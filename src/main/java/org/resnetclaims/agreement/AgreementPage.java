package org.resnetclaims.agreement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.Observed;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.statistics.Equivalence;
import org.resnetclaims.statistics.Equivalence.Outcome;
import org.resnetclaims.statistics.methods.Sample;

/** The agreement of two engines in Markdown. */
final class AgreementPage {

    private static final String NONE = "none";

    private final Agreement agreement;
    private final String first;
    private final String second;

    AgreementPage(Agreement agreement) {
        this.agreement = agreement;
        first = name(agreement.first(), agreement.second());
        second = name(agreement.second(), agreement.first());
    }

    /** With the backend where both sides run one framework. */
    private static String name(Agreement.Side side, Agreement.Side other) {
        String name = side.engine().name();
        return name.equals(other.engine().name())
                ? name + " on " + side.engine().backend()
                : name;
    }

    byte[] render() {
        return """
                # Agreement of %s and %s

                **%s**

                Written by `make agreement`, from the records of two sessions that differ in the engine alone: scale `%s` on %s, draw %d of seeds. \
                The file `agreement.json` has the error of every run.

                %s
                ## Claims

                %s
                ## Errors

                Whether the mean errors of an arm on the two engines are alike: two one-sided Welch tests at 5 %% each, that is, the 90 %% interval of their \
                difference must lie within the margin to be EQUIVALENT; where a difference beyond it is shown, at 5 %% as well, they are DIFFERENT; else UNDECIDED, \
                which more seeds would decide. That no difference is found would say nothing. Runs that diverged count with the error of guessing. \
                No spread is taken as smaller than one image, so that arms whose runs all end at the same error can be judged too.

                %s

                %s""".formatted(
                        first,
                        second,
                        headline(),
                        agreement.scale(),
                        agreement.dataset().name(),
                        agreement.seeds(),
                        sides(),
                        claims(),
                        margins(),
                        arms())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** In one sentence. */
    String headline() {
        long same = agreement.claims().stream().filter(ClaimAgreement::agrees).count();
        return "%d of %d claims come to the same on both engines; of %d comparisons of errors, %d are EQUIVALENT, %d DIFFERENT and %d UNDECIDED."
                .formatted(
                        same,
                        agreement.claims().size(),
                        agreement.arms().size(),
                        agreement.count(Outcome.EQUIVALENT),
                        agreement.count(Outcome.DIFFERENT),
                        agreement.count(Outcome.UNDECIDED));
    }

    /** A sentence for each thing that the engines do not agree in. */
    List<String> disagreements() {
        Stream<String> claims = agreement.claims().stream()
                .filter(claim -> !claim.agrees())
                .map(claim -> "The claim %s is %s on %s and %s on %s"
                        .formatted(claim.id(), status(claim.first()), first, status(claim.second()), second));
        Stream<String> arms = agreement.arms().stream()
                .filter(arm -> arm.equivalence().outcome() == Outcome.DIFFERENT)
                .map(arm -> "The %s of %s differs by more than %s: %s on %s and %s on %s, a difference of %s"
                        .formatted(
                                arm.error(),
                                arm.arm(),
                                points(arm.equivalence().margin()),
                                errors(arm.first()),
                                first,
                                errors(arm.second()),
                                second,
                                difference(arm.equivalence())));
        return Stream.concat(claims, arms).toList();
    }

    private String sides() {
        return Stream.of(agreement.first(), agreement.second())
                .map(side -> "- %s %s, backend `%s`: %s; on %s, commit %s%s\n"
                        .formatted(
                                side.engine().name(),
                                side.engine().version(),
                                side.engine().backend(),
                                side.engine().binary(),
                                side.environment().cpu(),
                                Objects.requireNonNullElse(side.environment().gitCommit(), "unknown"),
                                side.environment().gitDirty() ? " with changes" : ""))
                .collect(Collectors.joining());
    }

    private String claims() {
        return "| claim | %s | %s | same |\n|---|---|---|---|\n".formatted(first, second)
                + agreement.claims().stream()
                        .map(claim -> "| %s | %s | %s | %s |\n"
                                .formatted(
                                        claim.id(),
                                        status(claim.first()),
                                        status(claim.second()),
                                        claim.agrees() ? "yes" : "**no**"))
                        .collect(Collectors.joining());
    }

    private static String margins() {
        return Margin.ALL.stream()
                .map(margin -> "The margin of a %s is %s: %s."
                        .formatted(margin.error().name(), points(margin.points()), margin.reason()))
                .collect(Collectors.joining(" "));
    }

    private String arms() {
        return "| arm | error | %s, %% | %s, %% | runs | difference (90 %% interval), points | p of the likeness | outcome |\n|---|---|---|---|---|---|---|---|\n"
                        .formatted(first, second)
                + agreement.arms().stream()
                        .map(arm -> "| %s | %s | %s | %s | %d and %d | %s | %s | %s |\n"
                                .formatted(
                                        arm.arm(),
                                        arm.error(),
                                        errors(arm.first()),
                                        errors(arm.second()),
                                        arm.first().size(),
                                        arm.second().size(),
                                        difference(arm.equivalence()),
                                        number("%.4f", arm.equivalence().pAlike()),
                                        outcome(arm.equivalence().outcome())))
                        .collect(Collectors.joining());
    }

    private static String status(@Nullable Status status) {
        return status == null ? "missing" : status.name();
    }

    private static String outcome(Outcome outcome) {
        return outcome == Outcome.DIFFERENT ? "**DIFFERENT**" : outcome.name();
    }

    /** Mean and standard deviation. */
    private static String errors(List<Observed> runs) {
        if (runs.isEmpty()) {
            return NONE;
        }
        Sample errors = Sample.of(runs.stream().mapToDouble(Observed::value).toArray());
        return runs.size() == 1
                ? number("%.2f", errors.mean())
                : number("%.2f", errors.mean()) + " ± " + number("%.2f", errors.deviation());
    }

    private static String difference(Equivalence equivalence) {
        if (Double.isNaN(equivalence.difference())) {
            return NONE;
        }
        String difference = number("%+.2f", equivalence.difference());
        return equivalence.interval() == null
                ? difference + " (too few runs)"
                : "%s (%s to %s)"
                        .formatted(
                                difference,
                                number("%+.2f", equivalence.interval().lower()),
                                number("%+.2f", equivalence.interval().upper()));
    }

    private static String points(double margin) {
        return number("%.0f", margin) + (margin == 1 ? " point" : " points");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
