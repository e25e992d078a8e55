package org.resnetclaims.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;
import org.resnetclaims.report.charts.Illustration;

/**
 * Draws the report from the records in a results folder: {@code report.html}, {@code report.json}, {@code summary.md},
 * {@code junit.xml}, a badge, the charts and tables. It trains nothing, so it can be drawn again at any time.
 */
public final class Report {

    private Report() {}

    /**
     * @param arguments the results folder; then, where there are any, the folder that holds a folder of each committed
     *     reference, and the history of all sessions
     */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        try {
            if (arguments.length == 0 || arguments.length > 3) {
                throw new EvidenceException("Say which results folder to report on, such as results/latest.");
            }
            EvidenceStore store = new EvidenceStore(Path.of(arguments[0]).toAbsolutePath());
            // Fails where there are no results, before the lock would create the folder.
            store.readSession();
            store.take();
            try {
                System.out.print(ConsoleTable.of(render(store, Earlier.of(arguments))));
            } finally {
                store.leave();
            }
            System.out.println("Report: " + store.reportHtml());
        } catch (EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Replaces the report of the store.
     *
     * @param earlier what it is compared with
     * @throws EvidenceException if there are no records, one contradicts itself, or the folder cannot be written
     */
    private static ReportDocument render(EvidenceStore store, Earlier earlier) {
        SessionRecord session = store.readSession();
        List<ClaimRecord> claims = store.readClaims();
        store.recompute(session, claims);
        return render(store, session, claims, earlier);
    }

    /** Likewise, compared with nothing. */
    public static void render(EvidenceStore store) {
        render(store, Earlier.NOTHING);
    }

    /** Without a look at whether the records agree with themselves. */
    static ReportDocument render(
            EvidenceStore store, SessionRecord session, List<ClaimRecord> claims, Earlier earlier) {
        return render(store, session, claims, earlier, null);
    }

    /** @param interim null once the session has ended */
    static ReportDocument render(
            EvidenceStore store,
            SessionRecord session,
            List<ClaimRecord> claims,
            Earlier earlier,
            @Nullable Interim interim) {
        if (claims.isEmpty()) {
            throw new EvidenceException(
                    "There are no records of claims in %s: run the claims first.".formatted(store.folder()));
        }
        try {
            ChartBook charts = ChartBook.of(claims);
            for (Map.Entry<String, Illustration> chart : charts.drawn().entrySet()) {
                AtomicFile.write(
                        store.folder().resolve(chart.getKey()),
                        chart.getValue().svgFile().getBytes(StandardCharsets.UTF_8));
            }
            for (ClaimRecord claim : claims) {
                DataFiles.write(store, claim);
            }
            ReportDocument document = ReportBuilder.build(
                    session,
                    claims,
                    store.readReplications(),
                    charts.links(),
                    earlier.changes(session, claims),
                    interim);
            AtomicFile.write(store.reportJson(), ReportJson.write(document));
            AtomicFile.write(store.reportHtml(), HtmlReport.render(document, charts.drawn(), earlier.past(session)));
            AtomicFile.write(store.summary(), Summary.render(document));
            AtomicFile.write(store.junitXml(), JUnitXml.render(document));
            Badge badge = Badge.of(document);
            AtomicFile.write(store.badgeJson(), badge.json());
            AtomicFile.write(store.badgeSvg(), badge.svg());
            return document;
        } catch (IOException e) {
            throw new EvidenceException("Cannot write the report to %s: %s.".formatted(store.folder(), Cause.of(e)), e);
        }
    }
}
