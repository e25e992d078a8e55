package org.resnetclaims.report;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;

/**
 * How much evidence some claims rest on, however many they are.
 *
 * @param contrasts sets of arms: the training and the test error of the same runs are one contrast seen twice
 * @param networks different ones in these
 * @param sharedRuns the arms that several of the claims rest on, the most shared first
 */
record Contrasts(int contrasts, int networks, List<SharedRuns> sharedRuns) {

    /** @param claims the ids of those that rest on runs of this network */
    record SharedRuns(String network, List<String> claims) {}

    static Contrasts of(List<ClaimRecord> claims) {
        Set<Set<String>> contrasts = claims.stream()
                .map(Contrasts::arms)
                .filter(arms -> !arms.isEmpty())
                .collect(Collectors.toSet());
        long networks = claims.stream()
                .flatMap(claim -> claim.arms().stream())
                .filter(arm -> identity(arm) != null)
                .map(ArmRecord::network)
                .distinct()
                .count();
        return new Contrasts(contrasts.size(), Math.toIntExact(networks), sharedRuns(claims));
    }

    /** Such as {@code 4 trained claims share the runs of plain-56, 2 those of plain-20.}; empty where none do. */
    String sharing() {
        StringBuilder sentence = new StringBuilder();
        for (SharedRuns shared : sharedRuns) {
            String words = sentence.isEmpty() ? "%d trained claims share the runs of %s" : ", %d those of %s";
            sentence.append(words.formatted(shared.claims().size(), shared.network()));
        }
        return sentence.isEmpty() ? "" : sentence.append('.').toString();
    }

    private static List<SharedRuns> sharedRuns(List<ClaimRecord> claims) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Set<String>> users = new LinkedHashMap<>();
        for (ClaimRecord claim : claims) {
            for (ArmRecord arm : claim.arms()) {
                String identity = identity(arm);
                if (identity != null) {
                    names.put(identity, arm.name());
                    users.computeIfAbsent(identity, any -> new LinkedHashSet<>())
                            .add(claim.id());
                }
            }
        }
        return users.entrySet().stream()
                .filter(arm -> arm.getValue().size() > 1)
                .map(arm -> new SharedRuns(requireNonNull(names.get(arm.getKey())), List.copyOf(arm.getValue())))
                .sorted(Comparator.comparingInt(shared -> -shared.claims().size()))
                .toList();
    }

    private static Set<String> arms(ClaimRecord claim) {
        return claim.arms().stream()
                .map(Contrasts::identity)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * An arm is known by its first run, since other claims on it may have more runs, but the same first one; null
     * without runs.
     */
    private static @Nullable String identity(ArmRecord arm) {
        return arm.runs().isEmpty() ? null : arm.runs().get(0).run();
    }
}
