package org.resnetclaims.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

    private static final String SUM = "0".repeat(64);

    @TempDir
    private Path directory;

    @Test
    void should_name_what_can_be_chosen() {
        assertThat(Datasets.names()).containsExactly("cifar-10", "fashion-mnist", "image-folder");
    }

    @Test
    void should_refuse_an_unknown_name_and_list_the_allowed_ones() {
        assertRefused(
                "imagenet",
                directory,
                "There is no data set \"imagenet\": choose one of cifar-10, fashion-mnist, image-folder");
    }

    @Test
    void should_refuse_a_folder_that_does_not_exist() {
        Path nowhere = directory.resolve("nowhere");

        assertRefused(
                "cifar-10",
                nowhere,
                "The folder " + nowhere
                        + " of data set cifar-10 does not exist: fetch it with \"make datasets\" or name the right one with -Ddataset.dir=");
        assertRefused(
                "image-folder",
                nowhere,
                "The folder " + nowhere
                        + " of data set image-folder does not exist: name the right one with -Ddataset.dir=");
    }

    @Test
    void should_look_for_what_is_not_embedded_among_the_downloads() {
        assertThat(Datasets.folder("fashion-mnist")).isEqualTo(Path.of("datasets", "fashion-mnist"));
        assertThat(Datasets.folder("cifar-10")).isEqualTo(Path.of("datasets", "cache", "cifar-10"));
    }

    @Test
    void should_refuse_a_listed_file_that_is_missing() throws IOException {
        Files.writeString(directory.resolve("SHA256SUMS"), SUM + "  part/data.bin\n");

        assertRefused(
                "cifar-10",
                directory,
                "%s is missing, but %s lists it: restore it"
                        .formatted(directory.resolve("part/data.bin"), directory.resolve("SHA256SUMS")));
    }

    @Test
    void should_refuse_a_list_that_is_no_list() throws IOException {
        Files.writeString(directory.resolve("SHA256SUMS"), "hello\n");

        assertRefused(
                "cifar-10",
                directory,
                "%s has the line \"hello\", which is not a SHA-256 sum and a file name: write it with sha256sum"
                        .formatted(directory.resolve("SHA256SUMS")));
    }

    @Test
    void should_read_a_list_for_binary_files_with_any_line_ends() throws IOException {
        IdxFixture.write(directory);
        Files.write(directory.resolve("empty"), new byte[0]);
        String sumOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Files.writeString(directory.resolve("SHA256SUMS"), sumOfNothing + " *empty\r\n");

        assertThat(Datasets.load("fashion-mnist", directory).training().size()).isEqualTo(3);
    }

    private static void assertRefused(String name, Path directory, String message) {
        assertThatThrownBy(() -> Datasets.load(name, directory))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }
}
