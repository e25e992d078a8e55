package org.resnetclaims.data.downloads;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.io.input.BoundedInputStream;
import org.resnetclaims.data.DataException;

/**
 * Unpacks a gzip-compressed tar archive that is not trusted: whatever it holds, no file is written outside the folder,
 * and no more files and bytes than the limits allow.
 */
final class TarGz {

    private static final int BUFFER = 1 << 16;
    private static final int TAR_BLOCK = 512;
    /** Headers and padding of an entry, and the blocks of zeros at the end. */
    private static final int OVERHEAD = 8 * TAR_BLOCK;
    /** Leaves out all characters that mean something to Windows or to a shell, such as separators and drive letters. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private final Path archive;

    TarGz(Path archive) {
        this.archive = archive;
    }

    /**
     * @param into an empty folder
     * @throws DataException if anything about the archive is not as it should be; files may be left in the folder
     */
    void unpack(Path into, int entries, long bytes) {
        // Bounds the memory of the tar reader too, which takes in names of any length.
        long limit = bytes + (entries + 4L) * OVERHEAD;
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
                BoundedInputStream content = BoundedInputStream.builder()
                        .setInputStream(new GZIPInputStream(file, BUFFER))
                        .setMaxCount(limit)
                        .get();
                TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
            int count = 0;
            long total = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                count++;
                total += entry.getSize();
                if (count > entries || total > bytes || total < 0) {
                    throw tooMuch(entries, bytes);
                }
                unpack(tar, entry, into);
            }
            // Gzip checks its own sum only when it is read to the end.
            content.transferTo(OutputStream.nullOutputStream());
            if (content.getCount() >= limit) {
                throw tooMuch(entries, bytes);
            }
        } catch (DataException e) {
            throw e;
        } catch (EOFException e) {
            throw broken("is cut off");
        } catch (IOException | RuntimeException e) {
            // The tar reader throws unchecked exceptions at some kinds of damage.
            throw broken("is damaged (%s)".formatted(e));
        }
    }

    private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        String[] names = entry.getName().split("/", -1);
        if (!entry.isCheckSumOK()) {
            throw broken("is damaged (the header of an entry has a wrong checksum)");
        }
        byte kind = entry.getLinkFlag();
        if (kind == TarConstants.LF_DIR && names[names.length - 1].isEmpty()) {
            names = Arrays.copyOf(names, names.length - 1);
        }
        if (!Arrays.stream(names).allMatch(TarGz::isPlain)) {
            throw broken("holds the entry \"%s\", whose name is not a plain path".formatted(entry.getName()));
        }
        Path target = into.resolve(String.join("/", names));
        if (kind == TarConstants.LF_DIR) {
            Files.createDirectories(target);
        } else if (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM) {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
        } else {
            throw broken("holds the entry \"%s\", which is neither a file nor a folder".formatted(entry.getName()));
        }
    }

    private static boolean isPlain(String name) {
        return NAME.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    private DataException tooMuch(int entries, long bytes) {
        return broken("holds more than the %d entries or %d bytes that it should".formatted(entries, bytes));
    }

    private DataException broken(String what) {
        return new DataException("%s %s: delete it and run \"make datasets\" again".formatted(archive, what));
    }
}
