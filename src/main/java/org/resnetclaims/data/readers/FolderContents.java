package org.resnetclaims.data.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.resnetclaims.data.DataException;

/** What is in folders, without what is hidden or was left there by a desktop; these are skipped and counted. */
final class FolderContents {

    /** Hidden files begin with a dot on macOS and Linux; Windows leaves the other two. */
    private static final Pattern SKIPPED = Pattern.compile("(?i)\\..*|thumbs\\.db|desktop\\.ini");

    private final List<Path> skipped = new ArrayList<>();

    /** The rest, sorted by name, since file systems list it in different orders. */
    List<Path> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException("The folder %s does not exist: lay the images out as datasets/README.md describes"
                    .formatted(folder));
        }
        List<Path> contents = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted(Comparator.comparing(FolderContents::name))
                    .forEach(entry -> (SKIPPED.matcher(name(entry)).matches() ? skipped : contents).add(entry));
        } catch (IOException e) {
            throw DataException.unreadable(folder, e);
        }
        return contents;
    }

    /** One sentence on what was skipped so far; empty if nothing was. */
    Optional<String> skipped() {
        return skipped.isEmpty()
                ? Optional.empty()
                : Optional.of("Skipped what is hidden or was left by a desktop among the images, such as %s: %d in all"
                        .formatted(skipped.get(0), skipped.size()));
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
