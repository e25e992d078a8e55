package org.resnetclaims.data.downloads;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.resnetclaims.data.readers.Checksums;

/**
 * The part of a file that has been fetched so far, with the address and the version that it came from, so that a later
 * attempt can continue it.
 */
final class PartFile {

    private final Path part;
    private final Path origin;

    PartFile(Path whole) {
        part = whole.resolveSibling(whole.getFileName() + ".part");
        origin = whole.resolveSibling(whole.getFileName() + ".part.origin");
    }

    long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /** What to send as {@code If-Range}: the version, if the part came from this address and its server named one. */
    Optional<String> versionAt(URI address) throws IOException {
        if (!Files.exists(origin)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(origin);
        return lines.size() == 2 && lines.get(0).equals(address.toString())
                ? Optional.of(lines.get(1))
                : Optional.empty();
    }

    OutputStream startOver(URI address, Optional<String> version) throws IOException {
        discard();
        if (version.isPresent()) {
            Files.write(origin, List.of(address.toString(), version.get()));
        }
        return Files.newOutputStream(part);
    }

    OutputStream goOn() throws IOException {
        return Files.newOutputStream(part, StandardOpenOption.APPEND);
    }

    String sha256() {
        return Checksums.sha256(part);
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(origin);
    }

    /** Moves the part to the name of the whole file. To be called when its sum was found right. */
    void complete(Path whole) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(origin);
    }
}
