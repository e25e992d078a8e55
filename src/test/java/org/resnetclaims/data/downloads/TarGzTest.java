package org.resnetclaims.data.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.readers.IdxFixture;

class TarGzTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private Path archive;
    private Path into;

    @BeforeEach
    void createFolder() throws IOException {
        archive = directory.resolve("archive.tar.gz");
        into = Files.createDirectory(directory.resolve("into"));
    }

    @Test
    void files_and_folders_are_unpacked() throws IOException {
        unpack(new TarFixture().folder("set/").file("set/part/a.bin", CONTENT).file("b.txt", CONTENT));

        assertThat(into.resolve("set/part/a.bin")).hasBinaryContent(CONTENT);
        assertThat(into.resolve("b.txt")).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped",
                "set/../../escaped",
                "/escaped",
                "//escaped",
                "set/./a",
                "C:/escaped",
                "..\\escaped",
                "set/a\n",
                "nul\u0007"
            })
    void names_that_lead_elsewhere_are_refused(String name) throws IOException {
        assertRefused(new TarFixture().file(name, CONTENT), "whose name is not a plain path");

        assertThat(directory).isDirectoryNotContaining("glob:**escaped");
        assertThat(Path.of("/escaped")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            })
    void links_and_devices_are_refused(byte kind) {
        assertRefused(
                new TarFixture().link(kind, "a", "../../etc/passwd"),
                "holds the entry \"a\", which is neither a file nor a folder");
    }

    @Test
    void the_same_file_twice_is_refused() {
        assertRefused(new TarFixture().file("a", CONTENT).file("a", CONTENT), "is damaged");
    }

    @Test
    void too_many_entries_are_refused() {
        TarFixture tar = new TarFixture();
        for (int i = 0; i < 11; i++) {
            tar.file("f" + i, new byte[0]);
        }
        assertRefused(tar, "holds more than the 10 entries or 1000 bytes that it should");
    }

    @Test
    void too_many_bytes_are_refused_before_they_are_written() {
        assertRefused(
                new TarFixture().file("bomb", new byte[50_000_000]), "holds more than the 10 entries or 1000 bytes");

        assertThat(into.resolve("bomb")).doesNotExist();
    }

    @Test
    void too_many_bytes_in_small_entries_are_refused() {
        assertRefused(
                new TarFixture().file("a", new byte[600]).file("b", new byte[600]),
                "holds more than the 10 entries or 1000 bytes");
    }

    @Test
    void a_name_of_any_length_is_not_taken_into_memory() {
        assertRefused(new TarFixture().nameOfNext(5_000_000).file("a", CONTENT), "is damaged");
    }

    @Test
    void endless_zeros_after_the_last_entry_are_refused() throws IOException {
        byte[] tar = new TarFixture().file("a", CONTENT).bytes();
        IdxFixture.gzip(directory.resolve("zeros"), new byte[1_000_000]);
        byte[] zeros = Files.readAllBytes(directory.resolve("zeros"));
        byte[] both = new byte[tar.length + zeros.length];
        System.arraycopy(tar, 0, both, 0, tar.length);
        System.arraycopy(zeros, 0, both, tar.length, zeros.length);
        Files.write(archive, both);

        assertThatThrownBy(() -> new TarGz(archive).unpack(into, 10, 1000))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds more than the 10 entries or 1000 bytes");
    }

    private void unpack(TarFixture tar) throws IOException {
        Files.write(archive, tar.bytes());
        new TarGz(archive).unpack(into, 10, 1000);
    }

    private void assertRefused(TarFixture tar, String message) {
        assertThatThrownBy(() -> unpack(tar))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(archive + " ")
                .hasMessageContaining(message)
                .hasMessageEndingWith(": delete it and run \"make datasets\" again");
    }
}
