package org.resnetclaims.data.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.resnetclaims.data.DataException;
import org.resnetclaims.files.Sha256;

/** Checks files against a list in the format of {@code sha256sum}. */
public final class Checksums {

    private static final String LIST = "SHA256SUMS";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private Checksums() {}

    /**
     * Checks every file that the directory's list names.
     *
     * @return their sums, by the names in the list; none where there is no list
     * @throws DataException if a file is missing or has another sum
     */
    public static Map<String, String> check(Path directory) {
        Path list = directory.resolve(LIST);
        if (!Files.exists(list)) {
            return Map.of();
        }
        Map<String, String> sums = new TreeMap<>();
        for (Matcher line : lines(list)) {
            check(fileOf(list, line), line.group(1), list);
            sums.put(line.group(2), line.group(1));
        }
        return sums;
    }

    private static List<Matcher> lines(Path list) {
        try {
            return Files.readAllLines(list).stream()
                    .map(line -> {
                        Matcher matcher = LINE.matcher(line);
                        if (!matcher.matches()) {
                            throw malformed(list, line);
                        }
                        return matcher;
                    })
                    .toList();
        } catch (IOException e) {
            throw DataException.unreadable(list, e);
        }
    }

    /** Writes a list of all files in the directory, for {@link #check}. */
    public static void write(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<String> lines = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> sha256(file) + "  "
                            + directory.relativize(file).toString().replace('\\', '/'))
                    .toList();
            Files.write(directory.resolve(LIST), lines);
        }
    }

    private static Path fileOf(Path list, Matcher line) {
        try {
            return list.resolveSibling(line.group(2));
        } catch (InvalidPathException e) {
            throw malformed(list, line.group());
        }
    }

    private static void check(Path file, String expected, Path list) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("%s is missing, but %s lists it: restore it".formatted(file, list));
        }
        String found = sha256(file);
        if (!found.equals(expected)) {
            throw new DataException("%s is damaged or altered, its SHA-256 is %s where %s lists %s: restore it"
                    .formatted(file, found, list, expected));
        }
    }

    /** The sum of a file: SHA-256, in hex. */
    public static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static DataException malformed(Path list, String line) {
        String start = line.substring(0, Math.min(line.length(), 80));
        return new DataException(
                "%s has the line \"%s\", which is not a SHA-256 sum and a file name: write it with sha256sum"
                        .formatted(list, start));
    }
}
