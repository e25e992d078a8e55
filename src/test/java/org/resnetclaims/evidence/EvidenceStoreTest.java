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
    void open_store() {
        store = new EvidenceStore(folder);
    }

    @Test
    void gives_back_what_it_was_given() {
        List<ClaimRecord> claims = List.of(Fixtures.degradation(3), Fixtures.costs(), Fixtures.withDivergedRun());
        store.writeSession(Fixtures.session());
        claims.forEach(store::write);

        assertThat(store.readSession()).isEqualTo(Fixtures.session());
        assertThat(store.readClaims()).containsExactlyElementsOf(claims);
    }

    @Test
    void gives_back_numbers_that_are_not_finite() {
        RunOutcome run = new RunOutcome(
                "run",
                1,
                true,
                90,
                90,
                Mistakes.UNKNOWN,
                List.of(new CurvePoint(1, Double.POSITIVE_INFINITY, -0.0)),
                1);
        ArmRecord arm =
                ArmRecord.of("arm", "network", 8, Fixtures.RECIPE, List.of(run), List.of(new Observed(1, Double.NaN)));
        ClaimRecord claim = Fixtures.with(
                Fixtures.costs(),
                "not-finite",
                Verdict.INCONCLUSIVE,
                List.of(new Quantity("q", "", "", null, null, Double.NEGATIVE_INFINITY, null)),
                new ClaimState.Undecided(ObservableRecord.TEST_ERROR, "in words", List.of(arm)));

        store.write(claim);

        assertThat(store.readClaims()).containsExactly(claim);
    }

    @Test
    void reads_claims_in_the_order_of_the_paper() {
        for (String place : List.of("table6", "notes", "figure5", "table10", "section4.1", "table2", "figure1")) {
            store.write(at(place));
        }

        assertThat(store.readClaims())
                .extracting(ClaimRecord::place)
                .containsExactly("figure1", "section4.1", "table2", "figure5", "table6", "table10", "notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../escape", "a/b", "A", ".hidden", "a b", "a\nb"})
    void refuses_ids_that_are_not_safe_as_file_names(String id) {
        ClaimRecord claim = Fixtures.costs();
        ClaimRecord renamed = Fixtures.with(claim, id, claim.verdict(), claim.quantities(), claim.state());

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
    void turns_damage_into_a_claim_that_says_so(String found, String replacement, String damage) throws IOException {
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
    void turns_what_does_not_fit_together_into_a_claim_that_says_so(String found, String replacement, String damage)
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
    void a_record_that_is_cut_off_anywhere_is_not_tested() throws IOException {
        store.write(Fixtures.costs());
        Path file = folder.resolve("claims/table6.parameters.json");
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(store.readClaims()).singleElement().returns(Verdict.NOT_TESTED, ClaimRecord::verdict);
        }
    }

    @Test
    void says_that_there_is_no_session() {
        assertThatThrownBy(store::readSession)
                .isInstanceOf(EvidenceException.class)
                .hasMessage("There are no results in %s: run the claims first.", folder);
        assertThat(store.readClaims()).isEmpty();
    }

    @Test
    void says_that_the_session_is_damaged() throws IOException {
        Files.writeString(folder.resolve("session.json"), "null");

        assertThatThrownBy(store::readSession)
                .isInstanceOf(EvidenceException.class)
                .hasMessageContainingAll("session.json is damaged", "run the claims again");
    }

    @Test
    void says_which_file_cannot_be_written() throws IOException {
        Files.createFile(folder.resolve("claims"));

        assertThatThrownBy(() -> store.write(Fixtures.costs()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("table6.parameters.json");
    }

    @Test
    void clears_its_own_files_and_no_others() throws IOException {
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
    void clears_a_folder_that_does_not_exist_yet() {
        new EvidenceStore(folder.resolve("new")).clear();

        assertThat(folder).isEmptyDirectory();
    }

    private static ClaimRecord at(String place) {
        return ClaimRecord.of(
                Fixtures.SESSION,
                place + ".claim",
                place,
                "figure1.Claims.holds",
                "",
                "",
                Kind.TRAINED,
                Verdict.NOT_TESTED,
                "",
                null,
                List.of(),
                new ClaimState.Exact(),
                0);
    }
}
