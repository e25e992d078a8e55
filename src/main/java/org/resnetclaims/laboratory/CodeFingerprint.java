package org.resnetclaims.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.resnetclaims.files.Sha256;

/**
 * The code that decides outcomes: an outcome of older code must not pass for one of the code at hand. A change that
 * decides nothing, such as a comment that moves the line numbers, counts as well; to err on that side costs only time.
 */
final class CodeFingerprint {

    private CodeFingerprint() {}

    /** @param members one class of each package */
    static String of(List<Class<?>> members) {
        Sha256 sum = new Sha256();
        for (Class<?> member : members) {
            addPackage(member, sum);
        }
        return sum.hex();
    }

    private static void addPackage(Class<?> member, Sha256 sum) {
        String folder = member.getPackageName().replace('.', '/');
        try {
            Path source = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(source)) {
                add(source, source.resolve(folder), sum);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(source)) {
                    add(jar.getPath("/"), jar.getPath("/", folder), sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class files of " + member.getPackageName(), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The code of %s lies nowhere".formatted(member.getPackageName()), e);
        }
    }

    private static void add(Path root, Path folder, Sha256 sum) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(".class")).toList();
        }
        // By name, since file systems list in any order.
        for (Path file : files.stream().sorted().toList()) {
            byte[] code = Files.readAllBytes(file);
            String name = root.relativize(file).toString().replace('\\', '/');
            // The length keeps neighbours apart in the sum.
            sum.add("%s %d;".formatted(name, code.length)).add(code);
        }
    }
}
