package org.resnetclaims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.statistics.Verdict;
import org.resnetclaims.training.CurvePoint;
import org.resnetclaims.training.Mistakes;
import org.resnetclaims.training.RunOutcome;

class EvidenceStoreTest {

    @TempDir
    Path folder;

    EvidenceStore store;

    @BeforeEach
    void openStore() {
        store = new EvidenceStore(folder);
    }

    @Test
    void givesBackWhatItWasGiven() {
        List<ClaimRecord> claims = List.of(Fixtures.degradation(3), Fixtures.costs(), Fixtures.withDivergedRun());
        store.writeSession(Fixtures.session());
        claims.forEach(store::write);

        assertThat(store.readSession()).isEqualTo(Fixtures.session());
        assertThat(store.readClaims()).containsExactlyElementsOf(claims);
    }

    @Test
    void givesBackNumbersThatAreNotFinite() {
        RunOutcome run = new RunOutcome(
                "run",
                1,
                true,
                90,
                90,
                Mistakes.UNKNOWN,
                List.of(new CurvePoint(1, Double.POSITIVE_INFINITY, -0.0)),
                1);
        ClaimRecord exact = Fixtures.costs();
        ClaimRecord claim = new ClaimRecord(
                Fixtures.SESSION,
                exact.id(),
                exact.place(),
                exact.source(),
                exact.statement(),
                exact.kind(),
                Verdict.NOT_TESTED,
                exact.reason(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Quantity("q", null, null, null, null, Double.NEGATIVE_INFINITY)),
                List.of(ArmRecord.of("arm", "network", Fixtures.RECIPE, List.of(run))),
                0);

        store.write(claim);

        assertThat(store.readClaims()).containsExactly(claim);
    }

    @Test
    void readsClaimsInTheOrderOfThePaper() {
        for (String place : List.of("table6", "notes", "figure5", "table10", "section4.1", "table2", "figure1")) {
            store.write(at(place));
        }

        assertThat(store.readClaims())
                .extracting(ClaimRecord::place)
                .containsExactly("figure1", "section4.1", "table2", "figure5", "table6", "table10", "notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../escape", "a/b", "A", ".hidden", "a b", "a\nb"})
    void refusesIdsThatAreNotSafeAsFileNames(String id) {
        ClaimRecord claim = Fixtures.costs();
        ClaimRecord renamed = new ClaimRecord(
                Fixtures.SESSION,
                id,
                claim.place(),
                claim.source(),
                claim.statement(),
                claim.kind(),
                claim.verdict(),
                claim.reason(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                claim.quantities(),
                claim.arms(),
                0);

        assertThatThrownBy(() -> store.write(renamed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seconds\" : 0.02   |                                 | a component is missing",
                "\"table6.parameters\"| \"another\"                     | the id is another",
                "\"REPRODUCED\"       | \"PROVEN\"                      | no such verdict",
                "\"REPRODUCED\"       | null                            | no verdict",
                "0.269722             | \"0.269722\"                    | a text for a number",
                "0.269722             | null                            | null for a number",
                "\"ARITHMETIC\"       | null                            | no kind",
                "\"seconds\" :        | \"seconds\" : 1, \"seconds\" :  | twice the same component",
                "{                    | {{                              | not JSON",
            })
    void turnsDamageIntoAClaimThatSaysSo(String found, String replacement, String damage) throws IOException {
        store.write(Fixtures.costs());
        store.write(Fixtures.degradation(3));
        Path file = folder.resolve("claims/table6.parameters.json");
        String whole = Files.readString(file);
        String damaged = whole.replaceFirst(
                Pattern.quote(found), Matcher.quoteReplacement(replacement == null ? "" : replacement));
        Files.writeString(file, damaged);

        List<ClaimRecord> claims = store.readClaims();

        assertThat(damaged).as(damage).isNotEqualTo(whole);
        assertThat(claims).hasSize(2).contains(Fixtures.degradation(3));
        assertThat(claims)
                .filteredOn(claim -> claim.id().equals("table6.parameters"))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.verdict()).isEqualTo(Verdict.NOT_TESTED);
                    assertThat(claim.reason())
                            .contains(
                                    Path.of("claims", "table6.parameters.json").toString(),
                                    "is damaged",
                                    "run the claim again")
                            .doesNotContain("\n", "REDACTED", "\tat ");
                });
    }

    /** A REPRODUCED that nothing backs must not get into a report. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"verdict\" : \"REPRODUCED\",\\s+\"reason\" : \"The  | \"verdict\" : \"REFUTED\", \"reason\" : \"The  | the decision is another",
                "\"name\" : \"plain-56\"                              | \"name\" : null                                   | an arm has no name",
                "\"seed\" : 1001                                      | \"seed\" : 1000                                   | a run counts twice",
                "\"diverged\" : false,\\s+\"trainingError\" : [0-9.]+  | \"diverged\" : false, \"trainingError\" : 1e300     | an error is none",
                "\"interval\" : \\{[^}]*}                             | \"interval\" : null                               | an interval is missing",
            })
    void turnsWhatDoesNotFitTogetherIntoAClaimThatSaysSo(String found, String replacement, String damage)
            throws IOException {
        store.write(Fixtures.degradation(3));
        Path file = folder.resolve("claims").resolve(Fixtures.degradation(3).id() + ".json");
        String whole = Files.readString(file);
        // The last, for the verdict of the claim itself comes first.
        Matcher matcher = Pattern.compile(found).matcher(whole);
        int from = 0;
        while (matcher.find()) {
            from = matcher.start();
        }
        String damaged = whole.substring(0, from)
                + whole.substring(from).replaceFirst(found, Matcher.quoteReplacement(replacement));
        Files.writeString(file, damaged);

        assertThat(damaged).as(damage).isNotEqualTo(whole);
        assertThat(store.readClaims()).singleElement().satisfies(claim -> {
            assertThat(claim.verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(claim.reason()).contains("is damaged");
        });
    }

    @Test
    void surfacesATruncatedRecordAtEveryLength() throws IOException {
        store.write(Fixtures.costs());
        Path file = folder.resolve("claims/table6.parameters.json");
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(store.readClaims()).singleElement().returns(Verdict.NOT_TESTED, ClaimRecord::verdict);
        }
    }

    @Test
    void saysThatThereIsNoSession() {
        assertThatThrownBy(store::readSession)
                .isInstanceOf(EvidenceException.class)
                .hasMessage("There are no results in %s: run the claims first.", folder);
        assertThat(store.readClaims()).isEmpty();
    }

    @Test
    void saysThatTheSessionIsDamaged() throws IOException {
        Files.writeString(folder.resolve("session.json"), "null");

        assertThatThrownBy(store::readSession)
                .isInstanceOf(EvidenceException.class)
                .hasMessageContainingAll("session.json is damaged", "run the claims again");
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Files.createFile(folder.resolve("claims"));

        assertThatThrownBy(() -> store.write(Fixtures.costs()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("table6.parameters.json");
    }

    @Test
    void clearsItsOwnFilesAndNoOthers() throws IOException {
        store.writeSession(Fixtures.session());
        store.write(Fixtures.costs());
        Files.createDirectories(store.charts());
        for (String own : List.of(
                "report.html",
                "report.json",
                "summary.md",
                "badge.json",
                "badge.svg",
                "charts/a.png",
                "charts/a.svg",
                "session.json.123.tmp",
                "badge.svg.123.tmp",
                "claims/a.json.123.tmp",
                "charts/a.png.123.tmp")) {
            Files.createFile(folder.resolve(own));
        }
        List<Path> others = List.of(
                folder.resolve("notes.md"), folder.resolve("claims/notes.txt"), folder.resolve("charts/mine.pdf"));
        for (Path other : others) {
            Files.createFile(other);
        }

        store.clear();

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(others);
        }
    }

    @Test
    void clearsAFolderThatDoesNotExistYet() {
        new EvidenceStore(folder.resolve("new")).clear();

        assertThat(folder).isEmptyDirectory();
    }

    private static ClaimRecord at(String place) {
        return new ClaimRecord(
                Fixtures.SESSION,
                place + ".claim",
                place,
                "",
                "",
                Kind.TRAINED,
                Verdict.NOT_TESTED,
                "",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0);
    }
}
