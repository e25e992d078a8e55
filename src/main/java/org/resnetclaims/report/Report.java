package org.resnetclaims.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;
import org.resnetclaims.report.ReportedClaim.ChartLink;

/**
 * Draws the report from the records in a results folder: {@code report.html}, {@code report.json}, {@code summary.md},
 * a badge and the charts. It trains nothing, so it can be drawn again at any time.
 */
public final class Report {

    private Report() {}

    /** @param arguments the results folder */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        try {
            if (arguments.length != 1) {
                throw new EvidenceException("Say which results folder to report on, such as results/latest.");
            }
            EvidenceStore store = new EvidenceStore(Path.of(arguments[0]));
            // Fails where there are no results, before the lock would create the folder.
            store.readSession();
            store.take();
            try {
                render(store);
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
     * @throws EvidenceException if there are no records, one contradicts itself, or the folder cannot be written
     */
    public static void render(EvidenceStore store) {
        SessionRecord session = store.readSession();
        List<ClaimRecord> claims = store.readClaims();
        store.recompute(session, claims);
        render(store, session, claims);
    }

    /** Without a look at whether the records agree with themselves. */
    static void render(EvidenceStore store, SessionRecord session, List<ClaimRecord> claims) {
        if (claims.isEmpty()) {
            throw new EvidenceException(
                    "There are no records of claims in %s: run the claims first.".formatted(store.folder()));
        }
        try {
            Map<String, byte[]> drawings = new HashMap<>();
            Map<String, List<ChartLink>> charts = new HashMap<>();
            for (ClaimRecord claim : claims) {
                charts.put(claim.id(), draw(store, claim, drawings));
            }
            ReportDocument document = ReportBuilder.build(session, claims, store.readReplications(), charts);
            AtomicFile.write(store.reportJson(), ReportJson.write(document));
            AtomicFile.write(store.reportHtml(), HtmlReport.render(document, drawings));
            AtomicFile.write(store.summary(), Summary.render(document));
            Badge badge = Badge.of(document);
            AtomicFile.write(store.badgeJson(), badge.json());
            AtomicFile.write(store.badgeSvg(), badge.svg());
        } catch (IOException e) {
            throw new EvidenceException("Cannot write the report to %s: %s.".formatted(store.folder(), Cause.of(e)), e);
        }
    }

    /** @param drawings receives each SVG, by its path */
    private static List<ChartLink> draw(EvidenceStore store, ClaimRecord claim, Map<String, byte[]> drawings)
            throws IOException {
        List<ChartLink> links = new ArrayList<>();
        for (Illustration illustration : Illustrations.of(claim)) {
            Path png = store.charts().resolve(illustration.name() + ".png");
            Path svg = store.charts().resolve(illustration.name() + ".svg");
            byte[] drawing = ChartFiles.svg(illustration.chart());
            AtomicFile.write(png, ChartFiles.png(illustration.chart()));
            AtomicFile.write(svg, drawing);
            ChartLink link = new ChartLink(relative(store, png), relative(store, svg), illustration.howToRead());
            drawings.put(link.svg(), drawing);
            links.add(link);
        }
        return links;
    }

    private static String relative(EvidenceStore store, Path file) {
        return store.folder().relativize(file).toString().replace('\\', '/');
    }
}
