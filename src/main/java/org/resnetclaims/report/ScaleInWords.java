package org.resnetclaims.report;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.report.ReportedClaim.Arm;
import org.resnetclaims.training.Recipe;

/**
 * What the name of a scale stands for.
 *
 * @param setup the networks, images and batches of the trained claims, and how many seeds they had
 * @param meaning what can be concluded from these; empty for a scale of another name than those that there are
 */
record ScaleInWords(String setup, String meaning) {

    private static final String QUICK = "quick";

    static ScaleInWords of(ReportDocument document) {
        List<Arm> arms = document.claims().stream()
                .filter(claim -> claim.judged() && claim.kind() == Kind.TRAINED)
                .flatMap(claim -> claim.runs().stream())
                .toList();
        String images = images(document.dataset(), document.scale());
        return new ScaleInWords(
                arms.isEmpty()
                        ? "no trained claim judged; %s".formatted(images)
                        : "networks %s filters wide in the first stage, trained on %s for %s, tested on %s others%s"
                                .formatted(
                                        range(arms.stream().mapToInt(Arm::width).summaryStatistics()),
                                        images,
                                        batches(arms.stream().map(Arm::recipe).toList()),
                                        Numbers.value(document.dataset().testImages()),
                                        Headline.seeds(document.claims(), Kind.TRAINED)
                                                .replaceFirst(", (.*) each", "; $1 per network")),
                meaning(document.scale()));
    }

    private static String images(DatasetDescription data, String scale) {
        return "%s images of %s%s %d × %d pixels"
                .formatted(
                        Numbers.value(data.trainingImages()),
                        data.name(),
                        scale.equals(QUICK) ? " averaged to" : ",",
                        data.image().height(),
                        data.image().width());
    }

    /** Those of most arms, and how far the others go. */
    private static String batches(List<Recipe> recipes) {
        Map<String, Long> counts = recipes.stream()
                .map(recipe -> "%s batches of %s"
                        .formatted(Numbers.value(recipe.iterations()), Numbers.value(recipe.batchSize())))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String usual = counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        return counts.size() == 1
                ? usual
                : "%s (some %s)"
                        .formatted(
                                usual,
                                range(recipes.stream()
                                        .mapToInt(Recipe::iterations)
                                        .summaryStatistics()));
    }

    private static String range(IntSummaryStatistics numbers) {
        return numbers.getMin() == numbers.getMax()
                ? Numbers.value(numbers.getMin())
                : "%s to %s".formatted(Numbers.value(numbers.getMin()), Numbers.value(numbers.getMax()));
    }

    private static String meaning(String scale) {
        return switch (scale) {
            case QUICK ->
                "Shows which network is better under equal conditions, and nothing about the errors that the paper prints.";
            case "standard" -> "Directions and sizes of effects can be set beside the paper’s, single errors cannot.";
            case "paper" ->
                "The paper’s own networks and recipe: on its data set, CIFAR-10, errors can be compared with the paper’s.";
            default -> "";
        };
    }
}
