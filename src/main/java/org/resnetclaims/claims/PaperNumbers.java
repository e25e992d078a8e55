package org.resnetclaims.claims;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.resnetclaims.evidence.Quantity;

/** The numbers of the paper, from {@code paper-numbers.json}. */
final class PaperNumbers {

    private static final String FILE = "paper-numbers.json";
    private static final Map<String, Printed> NUMBERS = read();

    private record Printed(double value, String unit, String source) {}

    private PaperNumbers() {}

    static Quantity beside(String name, double measured) {
        Printed printed = NUMBERS.get(name);
        if (printed == null) {
            throw new IllegalArgumentException("There is no number \"%s\" in %s: add it there".formatted(name, FILE));
        }
        return new Quantity(name, printed.unit, printed.source, printed.value, measured);
    }

    private static Map<String, Printed> read() {
        try (InputStream in = PaperNumbers.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
