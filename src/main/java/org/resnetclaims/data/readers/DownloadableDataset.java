package org.resnetclaims.data.readers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public data set that can be downloaded, and by which sums its files are known.
 *
 * @param archive what its one file unpacks to; null where the files are used as they are
 */
public record DownloadableDataset(
        String dataset, List<RemoteFile> files, @Nullable Archive archive) {

    /**
     * @param folder the folder in the archive that holds the data set
     * @param entries at most so many files and folders are unpacked
     * @param bytes at most so many bytes are unpacked
     */
    public record Archive(String folder, int entries, long bytes) {}

    /** The one file of a data set that comes as an archive. */
    public RemoteFile archiveFile() {
        return files.get(0);
    }

    /** The data set of that name among {@link #all}. */
    static DownloadableDataset named(String dataset) {
        return all().stream()
                .filter(set -> set.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    /** All data sets that the suite can download. */
    public static List<DownloadableDataset> all() {
        try (InputStream in = DownloadableDataset.class.getResourceAsStream("downloads.json")) {
            return List.of(new JsonMapper().readValue(in, DownloadableDataset[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
