package org.resnetclaims.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Origin;

/** The report as JSON, and as the same tree of maps and lists for templates. */
final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addMixIn(Kind.class, LowerCase.class)
            .addMixIn(Origin.class, LowerCase.class)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteOrNull())
                    .addSerializer(Double.TYPE, new FiniteOrNull()))
            .build();

    private ReportJson() {}

    /** @param value a record of this package */
    static byte[] write(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The records as maps, which a template can read. */
    static List<Map<String, Object>> plain(List<?> records) {
        return MAPPER.convertValue(records, new TypeReference<>() {});
    }

    /** A record as a map. */
    static Map<String, Object> tree(Object value) {
        return MAPPER.convertValue(value, new TypeReference<>() {});
    }

    /** Records keep the names of the constants, which read them back. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    private interface LowerCase {}

    /** JSON has no NaN, and few of its readers take a text for a number. */
    private static final class FiniteOrNull extends StdSerializer<Double> {

        private FiniteOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }
}
