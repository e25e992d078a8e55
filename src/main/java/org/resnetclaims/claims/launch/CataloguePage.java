package org.resnetclaims.claims.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resnetclaims.claims.preflight.Preflight;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;

/** Writes {@code results/catalogue.md}: the catalogue with the verdicts of the committed reference. */
public final class CataloguePage {

    private CataloguePage() {}

    /** @param arguments the folder of a reference, and the page to write */
    public static void main(String[] arguments) {
        Preflight.orExit(() -> write(Path.of(arguments[0]), Path.of(arguments[1])));
    }

    private static void write(Path reference, Path page) {
        String content = render(Catalogue.rows(), new EvidenceStore(reference).readClaims());
        try {
            AtomicFile.write(page, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EvidenceException("Cannot write %s: %s.".formatted(page, Cause.of(e)), e);
        }
        System.out.println("Catalogue: " + page);
    }

    /** @param reference the records of the committed reference */
    static String render(List<CatalogueRow> rows, List<ClaimRecord> reference) {
        Map<String, ClaimRecord> records =
                reference.stream().collect(Collectors.toMap(ClaimRecord::id, Function.identity()));
        List<CatalogueRow> built =
                rows.stream().filter(row -> row.reason().isEmpty()).toList();
        List<CatalogueRow> others =
                rows.stream().filter(row -> row.reason().isPresent()).toList();
        return """
                # Every statement of the paper that can be checked

                In the order of the paper, with what common notes and later papers add. "The notes" are no text that could be cited: they stand for what lectures and summaries of the paper commonly say, in the words of this suite.
                %d statements are tested, by %d claims; %d are not, and say why.
                `make catalogue` writes this page. Verdicts are those of the committed reference at scale quick on a CPU; `make claims` shows where each claim stands in the code.

                ## Tested

                | statement | place | kind | how it is tested | smallest scale | claims and their verdicts |
                |---|---|---|---|---|---|
                %s
                ## Not tested

                | statement | place | kind | smallest scale | why not |
                |---|---|---|---|---|
                %s""".formatted(
                        built.size(),
                        built.stream().mapToInt(row -> row.claims().size()).sum(),
                        others.size(),
                        lines(
                                built,
                                row -> cells(
                                        row.statement(),
                                        row.place(),
                                        lower(row.kind()),
                                        row.how(),
                                        row.scale(),
                                        verdicts(row, records))),
                        lines(
                                others,
                                row -> cells(
                                        row.statement(),
                                        row.place(),
                                        lower(row.kind()),
                                        row.scale(),
                                        row.reason().orElseThrow())));
    }

    private static String lines(List<CatalogueRow> rows, Function<CatalogueRow, String> cells) {
        return rows.stream().map(row -> "| " + cells.apply(row) + " |\n").collect(Collectors.joining());
    }

    private static String cells(Object... cells) {
        return List.of(cells).stream().map(Object::toString).collect(Collectors.joining(" | "));
    }

    private static String verdicts(CatalogueRow row, Map<String, ClaimRecord> records) {
        return row.claims().stream()
                .map(id -> "`%s` %s".formatted(id, verdict(Optional.ofNullable(records.get(id)))))
                .collect(Collectors.joining("<br>"));
    }

    private static String verdict(Optional<ClaimRecord> record) {
        return record.map(claim -> claim.verdict() + (isAsExpected(claim) ? " as expected" : ""))
                .orElse("(newer than the reference)");
    }

    private static boolean isAsExpected(ClaimRecord claim) {
        return claim.expected() != null
                && Boolean.TRUE.equals(claim.expected().isMetBy(claim.standing().status()));
    }

    private static String lower(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }
}
