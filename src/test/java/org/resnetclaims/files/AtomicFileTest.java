package org.resnetclaims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void the_content_is_there_and_nothing_else() throws IOException {
        Path file = folder.resolve("new/record.json");

        AtomicFile.write(file, new byte[] {1});
        AtomicFile.write(file, new byte[] {2});

        assertThat(file).hasBinaryContent(new byte[] {2});
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void the_earlier_file_stays_when_the_new_one_cannot_take_its_place() throws IOException {
        // A folder that is not empty cannot be replaced, not even by the superuser.
        Path earlier = Files.createDirectories(folder.resolve("record.json")).resolve("earlier");
        Files.createFile(earlier);

        assertThatThrownBy(() -> AtomicFile.write(earlier.getParent(), new byte[] {2}))
                .isInstanceOf(IOException.class);

        assertThat(earlier).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**" + AtomicFile.UNFINISHED);
    }
}
