package org.resnetclaims.data.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.Fuzz;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.readers.IdxFixture;

class ArchivesFuzzTest {

    @TempDir
    private Path directory;

    @Test
    void archives_under_their_checksum() throws Exception {
        byte[] content = noise(2000);
        Path archive = directory.resolve("archive.tar.gz");

        fuzz("compressed tar", archive).run(tar(content), damaged -> {
            Path into = unpack(archive, damaged);
            assertThat(into.resolve("set/a.bin")).hasBinaryContent(content);
            assertThat(into.resolve("set/b.bin")).hasBinaryContent(content);
        });
    }

    @Test
    void archives_as_somebody_may_write_them() throws Exception {
        Path archive = directory.resolve("archive.tar.gz");
        byte[] tar;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tar(noise(600))))) {
            tar = in.readAllBytes();
        }
        fuzz("tar", archive).run(tar, damaged -> {
            IdxFixture.gzip(archive, damaged);
            unpack(archive, Files.readAllBytes(archive));
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("archive.tar.gz", "into");
            }
        });
    }

    private static Fuzz fuzz(String name, Path file) {
        return new Fuzz(name, Set.of(DataException.class), file.getFileName().toString());
    }

    private static byte[] tar(byte[] content) {
        return new TarFixture()
                .folder("set/")
                .file("set/a.bin", content)
                .file("set/b.bin", content)
                .bytes();
    }

    private Path unpack(Path archive, byte[] bytes) throws IOException {
        Path into = directory.resolve("into");
        if (Files.exists(into)) {
            try (Stream<Path> tree = Files.walk(into)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectory(into);
        Files.write(archive, bytes);
        new TarGz(archive).unpack(into, 10, 5000);
        return into;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
