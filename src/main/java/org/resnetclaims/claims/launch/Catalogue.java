package org.resnetclaims.claims.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Every checkable statement of the paper, in its order, from {@code catalogue.json}: built as claims or not yet. */
final class Catalogue {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private Catalogue() {}

    static List<CatalogueRow> rows() {
        try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.json")) {
            return MAPPER.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
