package org.resnetclaims.claims.judging;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The numbers of the paper, printed or derived from its description, from {@code paper-numbers.json}. */
public final class PaperNumbers {

    private static final String FILE = "paper-numbers.json";
    // Values have to be text in the file, so that 7.40 keeps its two decimals.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final Map<String, PaperNumber> NUMBERS = read();

    private PaperNumbers() {}

    /** @throws IllegalArgumentException if the file has no number of that name */
    public static PaperNumber named(String name) {
        PaperNumber number = NUMBERS.get(name);
        if (number == null) {
            throw new IllegalArgumentException("There is no number \"%s\" in %s: add it there".formatted(name, FILE));
        }
        return number;
    }

    private static Map<String, PaperNumber> read() {
        try (InputStream in = PaperNumbers.class.getResourceAsStream(FILE)) {
            return MAPPER.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
