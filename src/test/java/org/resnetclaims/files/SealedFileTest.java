package org.resnetclaims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {

    private static final byte[] CONTENT = {1, 2, 3, '\n', 4};

    @TempDir
    private Path folder;

    private Path file;

    @Test
    void gives_back_what_was_written() throws IOException {
        write();

        assertThat(SealedFile.read(file, "owner")).isEqualTo(CONTENT);
    }

    @Test
    void gives_nothing_to_another_owner() throws IOException {
        write();

        assertThatThrownBy(() -> SealedFile.read(file, "other")).hasMessage("its checksum does not match its content");
    }

    @Test
    void tells_a_file_that_is_missing_from_one_that_is_damaged() {
        assertThatThrownBy(() -> SealedFile.read(folder.resolve("none"), "owner"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refuses_every_shorter_file_and_every_changed_bit() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            refuses(Arrays.copyOf(whole, length));
        }
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            refuses(changed);
        }
    }

    private void write() throws IOException {
        file = folder.resolve("sealed");
        SealedFile.write(file, "owner", CONTENT);
    }

    private void refuses(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> SealedFile.read(file, "owner")).isExactlyInstanceOf(IOException.class);
    }
}
