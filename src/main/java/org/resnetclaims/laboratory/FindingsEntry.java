package org.resnetclaims.laboratory;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.resnetclaims.files.Json;
import org.resnetclaims.training.Findings;

/** The place of one examination in the archive. */
final class FindingsEntry extends ArchiveEntry {

    private final ExaminationKey key;
    private final ArchiveFile file;

    FindingsEntry(Archive archive, ExaminationKey key, Runnable release) {
        super(release);
        this.key = key;
        file = new ArchiveFile(
                archive,
                key.hash(),
                ".findings",
                "file of findings of %s".formatted(key.examination()),
                "the networks are examined again");
    }

    @Override
    void tidy() {
        file.tidy();
    }

    /** What was found before, unless nothing was, or it is damaged or not wanted. */
    Optional<Findings> findings() {
        return file.read(content -> {
            ArchivedFindings archived = Json.MAPPER.readValue(content, ArchivedFindings.class);
            if (!archived.key().equals(key)) {
                throw new IOException("they are those of another examination");
            }
            return archived.findings();
        });
    }

    /** Whether something was found before; it may be damaged. */
    boolean isThere() {
        return file.isThere();
    }

    void keep(Findings findings) {
        try {
            file.write(Json.MAPPER.writeValueAsBytes(new ArchivedFindings(key, findings)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings are a record, and cannot be written as JSON", e);
        }
    }
}
