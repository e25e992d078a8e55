package org.resnetclaims.claims.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.files.Sha256;

/**
 * All that a report says of its claims: numbers, verdicts, seeds, curves. Not what it says of the session, which
 * differs with every start, such as times.
 *
 * @param charts the SHA-256 of each, by its name
 */
record FinalReport(JsonNode claims, Map<String, String> charts) {

    static FinalReport in(Path results) throws IOException {
        EvidenceStore store = new EvidenceStore(results);
        JsonNode claims =
                new ObjectMapper().readTree(store.reportJson().toFile()).get("claims");
        for (String time : List.of("seconds", "totalSeconds")) {
            claims.findParents(time).forEach(parent -> ((ObjectNode) parent).remove(time));
        }
        Map<String, String> charts = new TreeMap<>();
        try (Stream<Path> files = Files.list(store.charts())) {
            for (Path chart : files.toList()) {
                charts.put(chart.getFileName().toString(), Sha256.of(chart));
            }
        }
        return new FinalReport(claims, charts);
    }

    List<String> verdicts() {
        return claims.findValuesAsText("verdict");
    }
}
