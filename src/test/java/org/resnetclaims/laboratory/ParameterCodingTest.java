package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCodingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000})
    void numbers_come_back_to_the_bit(int numbers) throws IOException {
        byte[] bytes = new byte[Float.BYTES * numbers];
        new Random(1).nextBytes(bytes);

        assertThat(ParameterCoding.decompress(ParameterCoding.compress(bytes), bytes.length))
                .isEqualTo(bytes);
    }

    @Test
    void weights_as_they_are_drawn_lose_a_tenth_of_their_size() {
        Random random = new Random(1);
        ByteBuffer weights = ByteBuffer.allocate(Float.BYTES * 10_000);
        for (int i = 0; i < 10_000; i++) {
            weights.putFloat((float) (0.1 * random.nextGaussian()));
        }

        assertThat(ParameterCoding.compress(weights.array())).hasSizeLessThan(36_000);
    }

    @Test
    void what_is_cut_short_too_long_or_no_such_file_is_refused() {
        byte[] compressed = ParameterCoding.compress(new byte[400]);
        byte[] cut = Arrays.copyOf(compressed, compressed.length / 2);

        assertThatThrownBy(() -> ParameterCoding.decompress(cut, 400)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ParameterCoding.decompress(compressed, 404)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ParameterCoding.decompress(compressed, 396)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ParameterCoding.decompress(new byte[] {1, 2, 3}, 400))
                .isInstanceOf(IOException.class);
    }
}
