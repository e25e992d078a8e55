package org.resnetclaims.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Underway;

/**
 * Draws the report of a session that is under way, from the records that there are by then, each time that a line comes
 * in on standard input; ends with that input.
 */
public final class HalfwayReports {

    private HalfwayReports() {}

    /** @param arguments those of {@link Report#main} */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        EvidenceStore store = new EvidenceStore(Path.of(arguments[0]).toAbsolutePath());
        Earlier earlier = Earlier.of(arguments);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (in.readLine() != null) {
            // Lines that have come in during a drawing are all served by the next.
            while (in.ready()) {
                in.readLine();
            }
            draw(store, earlier);
        }
    }

    /** Does nothing where no session is under way, or its records cannot be read: another drawing follows. */
    static void draw(EvidenceStore store, Earlier earlier) {
        try {
            store.readUnderway().ifPresent(underway -> draw(store, earlier, underway));
        } catch (EvidenceException e) {
            System.err.println(e.getMessage());
        }
    }

    private static void draw(EvidenceStore store, Earlier earlier, Underway underway) {
        List<ClaimRecord> claims = store.readClaims();
        SessionRecord session = underway.of(store.readSession(), claims);
        Report.render(store, session, claims, earlier, Interim.of(underway, claims.size()));
    }
}
