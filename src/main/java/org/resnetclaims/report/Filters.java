package org.resnetclaims.report;

import java.util.List;
import org.resnetclaims.evidence.Status;

/** What the page can be narrowed to: all that occurs, the places in the order of the paper. */
record Filters(List<Status> verdicts, List<String> kinds, List<String> places) {

    static Filters of(ReportDocument document) {
        return new Filters(
                document.claims().stream()
                        .map(ReportedClaim::standing)
                        .distinct()
                        .sorted()
                        .toList(),
                document.claims().stream()
                        .map(ReportedClaim::kind)
                        .distinct()
                        .sorted()
                        .map(ClaimPage::kind)
                        .toList(),
                document.claims().stream()
                        .map(claim -> ClaimPage.place(claim.place()))
                        .distinct()
                        .toList());
    }
}
