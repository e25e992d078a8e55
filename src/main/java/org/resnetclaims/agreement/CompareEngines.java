package org.resnetclaims.agreement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.files.AtomicFile;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.Json;

/**
 * Compares two sessions that differ in the engine alone: writes {@code agreement.json} and {@code agreement.md}. It
 * trains nothing.
 */
public final class CompareEngines {

    private CompareEngines() {}

    /** @param arguments the folders of the two sessions, and the one for what is found */
    public static void main(String[] arguments) {
        try {
            List<String> disagreements = compare(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
            if (!disagreements.isEmpty()) {
                disagreements.forEach(System.err::println);
                System.exit(1);
            }
        } catch (EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Returns a sentence for each thing that the engines do not agree in. */
    static List<String> compare(Path first, Path second, Path output) {
        Agreement agreement =
                Agreement.of(JudgedSession.in(new EvidenceStore(first)), JudgedSession.in(new EvidenceStore(second)));
        AgreementPage page = new AgreementPage(agreement);
        Path file = output.resolve("agreement.md");
        try {
            AtomicFile.write(output.resolve("agreement.json"), Json.MAPPER.writeValueAsBytes(agreement));
            AtomicFile.write(file, page.render());
        } catch (IOException e) {
            throw new EvidenceException("Cannot write to %s: %s.".formatted(output, Cause.of(e)), e);
        }
        System.out.printf("%s%nWrote %s%n", page.headline(), file);
        return page.disagreements();
    }
}
