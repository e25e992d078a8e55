package org.resnetclaims.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Folders;
import org.resnetclaims.report.charts.Illustration;
import org.resnetclaims.report.charts.Illustrations;

/** Keeps the latest results as the reference of their scale and backend, to be committed. */
public final class Reference {

    private static final List<String> FILES =
            List.of("session.json", "report.html", "report.json", "summary.md", "junit.xml", "badge.json", "badge.svg");
    private static final List<String> FOLDERS = List.of("claims", "data");

    /** The claim whose curves the README shows. */
    private static final String PICTURE = "fig1.plain-56-trains-worse-than-plain-20";

    private Reference() {}

    /** @param arguments the folder of the results, and the one that holds a folder of each reference */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            EvidenceStore results = new EvidenceStore(Path.of(arguments[0]));
            results.take();
            try {
                results.recompute(results.readSession(), results.readClaims());
                System.out.println("Reference: " + keep(results, Path.of(arguments[1])));
            } finally {
                results.leave();
            }
        } catch (EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static Path keep(EvidenceStore latest, Path references) throws IOException {
        Path results = latest.folder();
        SessionRecord session = latest.readSession();
        String name = session.scale() + "-" + session.engine().backend();
        if (!name.matches("[a-z]+-[a-z]+")) {
            throw new EvidenceException(
                    "The session record in %s names no scale and backend, but \"%s\".".formatted(results, name));
        }
        Path reference = references.resolve(name);
        // Otherwise records of claims that were removed would stay.
        new EvidenceStore(reference).clear();
        for (String file : FILES) {
            copy(results, reference, Path.of(file));
        }
        for (String folder : FOLDERS) {
            for (Path file : Folders.list(results.resolve(folder), "*.{json,csv}")) {
                copy(results, reference, results.relativize(file));
            }
        }
        picture(latest.readClaims(), reference);
        return reference;
    }

    private static void picture(List<ClaimRecord> claims, Path reference) throws IOException {
        Illustrations illustrations = new Illustrations(claims);
        for (ClaimRecord claim : claims) {
            if (claim.id().equals(PICTURE)) {
                for (Illustration curves : illustrations.curves(claim)) {
                    AtomicFile.write(reference.resolve("charts/%s.png".formatted(curves.name())), curves.png());
                }
            }
        }
    }

    private static void copy(Path from, Path to, Path file) throws IOException {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
}
