package org.resnetclaims.data.downloads;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.readers.ArchiveNote;
import org.resnetclaims.data.readers.Checksums;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.data.readers.DownloadableDataset;
import org.resnetclaims.data.readers.RemoteFile;
import org.resnetclaims.files.ExclusiveLock;

/**
 * Fetches the data sets that are not embedded in the suite into {@code datasets/cache/}. The folder of a data set
 * appears there in one step, when all its files have been fetched and checked. Until then the files are kept in
 * {@code incoming}, where the next start finds them; files that a user puts there are used in the same way.
 */
public final class Downloads {

    private static final double MEGABYTE = 1e6;

    private final Path cache;
    private final Path incoming;
    private final MirroredDownload download;
    private final PrintStream out;

    Downloads(Path cache, Patience patience, PrintStream out) {
        this.cache = cache;
        this.incoming = cache.resolve("incoming");
        this.download = new MirroredDownload(patience, out);
        this.out = out;
    }

    /** Fetches whatever is missing. If that fails, prints one sentence on what is wrong and exits with status 1. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            new Downloads(Datasets.CACHE, Patience.USUAL, System.out).fetch(DownloadableDataset.all());
        } catch (DataException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void fetch(List<DownloadableDataset> datasets) throws InterruptedException {
        try {
            try (ExclusiveLock lock = ExclusiveLock.tryAcquire(incoming.resolve("lock"))
                    .orElseThrow(() -> new DataException(
                            "Another \"make datasets\" is at work in %s: wait until it is done".formatted(incoming)))) {
                for (DownloadableDataset dataset : datasets) {
                    provide(dataset);
                }
            }
        } catch (IOException e) {
            throw new DataException(
                    "The data sets cannot be kept in %s (%s): check that the folder may be written to and has space left"
                            .formatted(cache, e),
                    e);
        }
    }

    private void provide(DownloadableDataset dataset) throws IOException, InterruptedException {
        Path folder = cache.resolve(dataset.dataset());
        if (isIntact(dataset, folder)) {
            out.printf("%s is in %s%n", dataset.dataset(), folder);
            return;
        }
        checkSpace(dataset);
        for (RemoteFile file : dataset.files()) {
            bring(file, dataset);
        }
        install(dataset, folder);
        out.printf("%s is now in %s%n", dataset.dataset(), folder);
    }

    private boolean isIntact(DownloadableDataset dataset, Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        if (dataset.archive() != null && !ArchiveNote.names(folder, dataset.archiveFile())) {
            out.printf(
                    "%s does not say that it was unpacked from %s: it is replaced%n",
                    folder, dataset.archiveFile().name());
            return false;
        }
        try {
            Checksums.check(folder);
            return true;
        } catch (DataException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    /** Sees to it that the right file is in {@code incoming}. */
    private void bring(RemoteFile file, DownloadableDataset dataset) throws IOException, InterruptedException {
        Path whole = incoming.resolve(file.name());
        if (Files.exists(whole)) {
            String found = Checksums.sha256(whole);
            if (!found.equals(file.sha256())) {
                throw new DataException("%s has SHA-256 %s instead of %s: delete it and run \"make datasets\" again"
                        .formatted(whole, found, file.sha256()));
            }
            return;
        }
        out.printf("Fetching %s, %.1f MB%n", file.name(), file.bytes() / MEGABYTE);
        try {
            download.fetch(file, whole);
        } catch (IOException e) {
            String addresses = dataset.files().stream()
                    .map(each -> each.mirrors().get(0).toString())
                    .collect(Collectors.joining(", "));
            throw new DataException(
                    "%s cannot be fetched (%s): check the network and run \"make datasets\" again, or bring %s from another machine into %s and then run it"
                            .formatted(file.name(), e.getMessage(), addresses, incoming.toAbsolutePath()),
                    e);
        }
    }

    private void checkSpace(DownloadableDataset dataset) throws IOException {
        long fetched = dataset.files().stream().mapToLong(RemoteFile::bytes).sum();
        long needed = fetched
                + (dataset.archive() == null ? fetched : dataset.archive().bytes());
        long free = Files.getFileStore(incoming).getUsableSpace();
        if (free < needed) {
            throw new DataException("%s needs %.0f MB but only %.0f MB are free on the disk of %s: make room there"
                    .formatted(dataset.dataset(), needed / MEGABYTE, free / MEGABYTE, cache.toAbsolutePath()));
        }
    }

    private void install(DownloadableDataset dataset, Path folder) throws IOException {
        Path unfinished = incoming.resolve(dataset.dataset());
        delete(unfinished);
        Files.createDirectory(unfinished);
        Path content = unfinished;
        if (dataset.archive() == null) {
            for (RemoteFile file : dataset.files()) {
                Files.copy(incoming.resolve(file.name()), unfinished.resolve(file.name()));
            }
        } else {
            Path archive = incoming.resolve(dataset.archiveFile().name());
            new TarGz(archive)
                    .unpack(
                            unfinished,
                            dataset.archive().entries(),
                            dataset.archive().bytes());
            content = unfinished.resolve(dataset.archive().folder());
            ArchiveNote.write(content, dataset.archiveFile());
        }
        Checksums.write(content);
        delete(folder);
        Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(unfinished);
        for (RemoteFile file : dataset.files()) {
            Files.delete(incoming.resolve(file.name()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
