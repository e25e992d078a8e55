package org.resnetclaims.claims.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.files.Cause;

/** All claims under {@code reproductions}. */
final class ClaimIndex {

    private static final int NEAREST = 3;

    private final List<DeclaredClaim> claims;

    ClaimIndex(List<DeclaredClaim> claims) {
        this.claims = claims;
    }

    /** Those of the class path whose places are folders in this one. */
    static ClaimIndex of(Path reproductions) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(packages(reproductions))
                .build();
        TestPlan plan = LauncherFactory.create().discover(request);
        return new ClaimIndex(plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .flatMap(test -> test.getSource().flatMap(DeclaredClaim::at).stream())
                .sorted(Comparator.comparing(DeclaredClaim::id))
                .toList());
    }

    private static List<PackageSelector> packages(Path reproductions) {
        try (Stream<Path> folders = Files.list(reproductions)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .map(DiscoverySelectors::selectPackage)
                    .toList();
        } catch (IOException e) {
            throw new EvidenceException("Cannot list %s: %s.".formatted(reproductions, Cause.of(e)), e);
        }
    }

    /**
     * The claims of this id; or else of this folder or class; or else of ids that begin so; or of ids that look so,
     * where {@code *} stands for anything.
     *
     * @throws InvalidSettingException if there are none, naming the nearest ids
     */
    List<DeclaredClaim> matching(String wanted) {
        // A number goes on to its last digit: table1 is not the beginning of table14.
        Pattern begins = Pattern.compile(
                Stream.of(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))
                        + (wanted.contains("*") ? "" : "(?!(?<=[0-9])[0-9]).*"));
        return Stream.<List<DeclaredClaim>>of(
                        claims.stream()
                                .filter(claim -> claim.id().equals(wanted))
                                .toList(),
                        claims.stream()
                                .filter(claim -> Stream.of(
                                                claim.place(),
                                                claim.testClass().getPackageName(),
                                                claim.testClass().getSimpleName())
                                        .anyMatch(wanted::equals))
                                .toList(),
                        claims.stream()
                                .filter(claim -> !wanted.isEmpty()
                                        && begins.matcher(claim.id()).matches())
                                .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "There is no claim \"%s\": the nearest are %s, and \"make claims\" lists all"
                                .formatted(wanted, String.join(", ", nearest(wanted)))));
    }

    private List<String> nearest(String wanted) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return claims.stream()
                .map(DeclaredClaim::id)
                .sorted(Comparator.comparingDouble(id -> -similarity.apply(wanted.toLowerCase(Locale.ROOT), id)))
                .limit(NEAREST)
                .toList();
    }

    /** A line for each claim: id, kind, place, the smallest scale that can speak about it, class and method. */
    List<String> lines() {
        int longest =
                claims.stream().mapToInt(claim -> claim.id().length()).max().orElse(0);
        return claims.stream()
                .map(claim -> "%s  %-10s  %-11s  %-8s  %s"
                        .formatted(
                                claim.id() + " ".repeat(longest - claim.id().length()),
                                claim.claim().kind().toString().toLowerCase(Locale.ROOT),
                                claim.place(),
                                claim.claim().from(),
                                claim.where()))
                .toList();
    }
}
