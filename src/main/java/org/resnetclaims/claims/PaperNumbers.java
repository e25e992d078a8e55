package org.resnetclaims.claims;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The numbers of the paper, from {@code paper-numbers.json}. */
final class PaperNumbers {

    private static final String FILE = "paper-numbers.json";
    private static final Map<String, PaperNumber> NUMBERS = read();

    private PaperNumbers() {}

    static PaperNumber named(String name) {
        PaperNumber number = NUMBERS.get(name);
        if (number == null) {
            throw new IllegalArgumentException("There is no number \"%s\" in %s: add it there".formatted(name, FILE));
        }
        return number;
    }

    private static Map<String, PaperNumber> read() {
        try (InputStream in = PaperNumbers.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
