package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.evidence.EvidenceException;

@Timeout(120)
class SessionTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder;

    private Path earlier;

    @BeforeEach
    void leave_earlier_results() throws IOException {
        earlier = folder.resolve("results/report.json");
        Files.createDirectories(earlier.getParent());
        Files.writeString(earlier, "{}");
    }

    @Test
    void earlier_results_stay_until_a_session_opens() {
        Workplace workplace = workplace();
        assertThat(earlier).exists();

        workplace.open(NOWHERE).close();

        assertThat(earlier).doesNotExist();
        assertThat(workplace.evidence().readSession().scale()).isEqualTo("quick");
    }

    @Test
    void a_second_session_in_one_results_folder_is_refused_and_removes_nothing() {
        Session session = workplace().open(NOWHERE);

        Workplace other = workplace();
        assertThat(other.evidence().isFree()).isFalse();
        assertThatThrownBy(() -> other.open(NOWHERE))
                .isInstanceOf(EvidenceException.class)
                .hasMessage(
                        "Another session is at work in %s: wait for its end, or set -Dresults.dir to another folder."
                                .formatted(earlier.getParent()));
        assertThat(other.evidence().readSession().scale()).isEqualTo("quick");

        session.close();
        assertThat(other.evidence().isFree()).isTrue();
        other.open(NOWHERE).close();
    }

    @Test
    void a_session_under_way_shows_what_is_open_and_says_no_more_of_it_once_it_has_ended() throws Exception {
        Workplace workplace = workplace();
        Path page = workplace.evidence().reportHtml();
        try (Session session = workplace.open(NOWHERE)) {
            session.announce(DeclaredClaim.on(OpenCase.class.getDeclaredMethod("open"), OpenCase.class)
                    .orElseThrow());
            session.showHalfway(Duration.ZERO);
            while (!Files.exists(page)) {
                Thread.sleep(20);
            }
            assertThat(workplace.evidence().readUnderway().orElseThrow().open()).containsExactly("open");
        }

        assertThat(Files.readString(page)).contains("0 of 1 claims are decided, 1 open.");
        assertThat(workplace.evidence().readUnderway()).isEmpty();
    }

    static class OpenCase {
        @Claim(id = "open", source = "Fig. 1", statement = "Nobody has decided this yet")
        void open() {}
    }

    private Workplace workplace() {
        return SimulatedWorkplace.in(folder, earlier.getParent(), 2);
    }
}
