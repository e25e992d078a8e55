package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.DataException;

class DatasetsTest {

    private static final String SUM = "0".repeat(64);

    @TempDir
    private Path directory;

    @Test
    void the_names_are_those_that_can_be_chosen() {
        assertThat(Datasets.names()).containsExactly("cifar-10", "fashion-mnist", "image-folder");
    }

    @Test
    void an_unknown_name_is_refused_with_a_list_of_the_allowed_ones() {
        assertRefused(
                "imagenet",
                directory,
                "There is no data set \"imagenet\": choose one of cifar-10, fashion-mnist, image-folder");
    }

    @Test
    void a_folder_that_does_not_exist_is_refused() {
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
    void what_is_not_embedded_is_looked_for_among_the_downloads() {
        assertThat(Datasets.folder("fashion-mnist")).isEqualTo(Path.of("datasets", "fashion-mnist"));
        assertThat(Datasets.folder("cifar-10")).isEqualTo(Path.of("datasets", "cache", "cifar-10"));
    }

    @Test
    void a_listed_file_that_is_missing_is_refused() throws IOException {
        Files.writeString(directory.resolve("SHA256SUMS"), SUM + "  part/data.bin\n");

        assertRefused(
                "cifar-10",
                directory,
                "%s is missing, but %s lists it: restore it"
                        .formatted(directory.resolve("part/data.bin"), directory.resolve("SHA256SUMS")));
    }

    @Test
    void a_list_that_is_no_list_is_refused() throws IOException {
        Files.writeString(directory.resolve("SHA256SUMS"), "hello\n");

        assertRefused(
                "cifar-10",
                directory,
                "%s has the line \"hello\", which is not a SHA-256 sum and a file name: write it with sha256sum"
                        .formatted(directory.resolve("SHA256SUMS")));
    }

    @Test
    void a_list_for_binary_files_may_have_any_line_ends() throws IOException {
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
