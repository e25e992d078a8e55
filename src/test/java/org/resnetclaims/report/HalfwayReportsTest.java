package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.Underway;

class HalfwayReportsTest {

    private static final String GUARDED = "fig1.guarded";
    private static final String OPEN = "fig6.open";

    @TempDir
    private Path folder;

    private EvidenceStore store;

    @BeforeEach
    void record_a_session_that_is_half_way() {
        store = new EvidenceStore(folder.resolve("results"));
        store.writeSession(Fixtures.session());
        store.write(Fixtures.again(Fixtures.degradation(3), GUARDED, "session.null"));
        store.write(renamed(Fixtures.notTested("Not decided when its session ended."), OPEN));
        store.writeUnderway(new Underway(Instant.parse("2026-11-21T07:36:40.5Z"), 30, Set.of(OPEN), 725.0));
    }

    @Test
    void a_claim_that_is_decided_shows_its_verdict_and_that_its_controls_are_still_to_come() throws IOException {
        HalfwayReports.draw(store, Earlier.NOTHING);

        assertThat(Files.readString(store.reportHtml()))
                .contains("decided, its controls are still to come", "<strong>still to come</strong>")
                .doesNotContain("was not decided, so that no verdict");
        assertThat(Files.readString(store.summary())).contains("| REPRODUCED |").doesNotContain("UNTRUSTWORTHY");
    }

    @Test
    void a_claim_that_is_not_decided_is_open_and_not_untested() throws IOException {
        HalfwayReports.draw(store, Earlier.NOTHING);

        String page = Files.readString(store.reportHtml());
        assertThat(page)
                .contains("<h2 id=\"open\">Still open</h2>", "<tr id=\"%s\"".formatted(OPEN), "still open")
                .doesNotContain("<h2 id=\"not-tested\">");
        assertThat(Files.readString(store.reportJson())).contains("\"open\" : 1", "\"standing\" : \"OPEN\"");
        assertThat(Files.readString(store.junitXml())).contains("skipped=\"1\"", "message=\"OPEN: ");
    }

    @Test
    void says_that_it_is_under_way_with_the_time_left_and_comes_anew_by_itself() throws IOException {
        HalfwayReports.draw(store, Earlier.NOTHING);

        assertThat(Files.readString(store.reportHtml()))
                .contains(
                        "1 of 2 claims are decided, 1 open; about 12 min 5 s left.",
                        "As of 2026-11-21 07:36:40 UTC; drawn anew every 30 s",
                        "<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>");
    }

    @Test
    void what_is_open_did_not_change_since_the_reference() {
        EvidenceStore reference = new EvidenceStore(folder.resolve("references/quick-cpu"));
        reference.writeSession(Fixtures.session(7));
        reference.write(Fixtures.again(Fixtures.degradation(3), GUARDED));
        reference.write(Fixtures.again(Fixtures.degradation(3), OPEN));
        Underway underway = store.readUnderway().orElseThrow();
        List<ClaimRecord> claims = store.readClaims();

        List<Changes> changes = new Earlier(Optional.of(folder.resolve("references")), List.of())
                .changes(underway.of(store.readSession(), claims), claims);

        assertThat(changes)
                .singleElement()
                .extracting(Changes::inWords)
                .isEqualTo("none of the 1 claims came out otherwise.");
    }

    @Test
    void a_record_that_cannot_be_read_leaves_the_page_before_it() throws IOException {
        HalfwayReports.draw(store, Earlier.NOTHING);
        byte[] before = Files.readAllBytes(store.reportHtml());
        Files.writeString(store.folder().resolve("session.json"), "{");

        HalfwayReports.draw(store, Earlier.NOTHING);

        assertThat(store.reportHtml()).hasBinaryContent(before);
    }

    @Test
    void the_report_after_a_session_that_was_killed_doubts_what_no_control_guards() throws IOException {
        HalfwayReports.draw(store, Earlier.NOTHING);

        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);

        assertThat(Files.readString(store.reportHtml()))
                .doesNotContain("Under way", "http-equiv=\"refresh\"")
                .contains("was not decided, so that no verdict");
        assertThat(Files.readString(store.summary())).contains("UNTRUSTWORTHY");
    }

    @Test
    void nothing_is_drawn_where_no_session_is_under_way() {
        store.removeUnderway();

        HalfwayReports.draw(store, Earlier.NOTHING);

        assertThat(store.reportHtml()).doesNotExist();
    }

    private static ClaimRecord renamed(ClaimRecord claim, String id) {
        return Fixtures.with(claim, id, claim.verdict(), claim.quantities(), claim.state());
    }
}
