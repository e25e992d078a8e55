package org.resnetclaims.evidence;

import java.util.Comparator;
import java.util.List;

/** The order in which a reader of the paper meets its places; what is not a place of the paper comes last. */
final class PaperOrder {

    static final Comparator<ClaimRecord> BY_PLACE = Comparator.<ClaimRecord>comparingInt(claim -> rank(claim.place()))
            .thenComparing(ClaimRecord::place)
            .thenComparing(ClaimRecord::id);

    private static final List<String> PLACES = List.of(
            "figure1",
            "section1",
            "figure2",
            "section2",
            "section3.1",
            "section3.2",
            "section3.3",
            "figure3",
            "section3.4",
            "section4.1",
            "table1",
            "figure4",
            "table2",
            "table3",
            "table4",
            "table5",
            "figure5",
            "section4.2",
            "table6",
            "figure6",
            "figure7",
            "section4.3",
            "table7",
            "table8",
            "table9",
            "table10",
            "table11",
            "table12",
            "table13",
            "table14",
            "appendix",
            "notes",
            "later");

    private PaperOrder() {}

    private static int rank(String place) {
        int rank = PLACES.indexOf(place);
        return rank < 0 ? PLACES.size() : rank;
    }
}
