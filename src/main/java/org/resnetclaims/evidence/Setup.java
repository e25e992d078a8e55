package org.resnetclaims.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How networks are trained here and in the paper: where that is not alike, their numbers cannot be compared.
 *
 * @param scale of which {@code paper} has the paper's own recipe
 * @param dataset what they are trained on here
 * @param width filters of the first stage here
 * @param paperWidth that of the same network in the paper
 */
public record Setup(String scale, String dataset, int width, int paperWidth) {

    private static final String PAPER = "paper";

    /**
     * What is not alike, in words; empty where a number of these networks can be compared with one of the paper.
     *
     * @param paperDataset what the paper has measured its number on; null for data that this suite does not read
     */
    public Optional<String> mismatch(@Nullable String paperDataset) {
        List<String> mismatches = new ArrayList<>();
        if (!scale.equals(PAPER)) {
            mismatches.add("the recipe is that of scale %s".formatted(scale));
        }
        if (!dataset.equals(paperDataset)) {
            mismatches.add("the data are %s instead of %s"
                    .formatted(dataset, paperDataset == null ? "those of the paper" : paperDataset));
        }
        if (width != paperWidth) {
            mismatches.add("the first stage has %d filters instead of %d".formatted(width, paperWidth));
        }
        return mismatches.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", mismatches));
    }
}
