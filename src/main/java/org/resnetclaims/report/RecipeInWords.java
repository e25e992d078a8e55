package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.report.ReportedClaim.Arm;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.WarmUp;

/**
 * How some arms were trained, in full.
 *
 * @param arms their names
 */
record RecipeInWords(String arms, String words) {

    /** Arms that were trained alike share one. */
    static List<RecipeInWords> of(List<Arm> arms) {
        Map<Training, List<Arm>> alike = arms.stream()
                .collect(Collectors.groupingBy(
                        arm -> new Training(arm.recipe(), arm.width()), LinkedHashMap::new, Collectors.toList()));
        return alike.entrySet().stream()
                .map(entry -> new RecipeInWords(
                        entry.getValue().stream().map(Arm::name).distinct().collect(Collectors.joining(", ")),
                        "%s; %d filters in the first stage"
                                .formatted(
                                        inWords(entry.getKey().recipe()),
                                        entry.getKey().width())))
                .toList();
    }

    private record Training(Recipe recipe, int width) {}

    static String inWords(Recipe recipe) {
        return "SGD with momentum %s, learning rate %s%s%s, weight decay %s, batches of %s, %s iterations, %s"
                .formatted(
                        Numbers.value(recipe.momentum()),
                        Numbers.value(recipe.learningRate()),
                        drops(recipe.dropsAt()),
                        warmUp(recipe.warmUp()),
                        Numbers.value(recipe.weightDecay()),
                        Numbers.value(recipe.batchSize()),
                        Numbers.value(recipe.iterations()),
                        augmentation(recipe.augmentation()));
    }

    private static String drops(List<Integer> iterations) {
        return iterations.isEmpty()
                ? ""
                : " divided by ten at iteration "
                        + iterations.stream().map(Numbers::value).collect(Collectors.joining(" and "));
    }

    private static String warmUp(WarmUp warmUp) {
        return warmUp.equals(WarmUp.NONE)
                ? ""
                : " (%s at first, until the training error is below %s %%)"
                        .formatted(Numbers.value(warmUp.learningRate()), Numbers.value(warmUp.untilTrainingError()));
    }

    private static String augmentation(Augmentation augmentation) {
        List<String> changes = new ArrayList<>();
        if (augmentation.padding() > 0) {
            changes.add("images padded by %d and cropped at random".formatted(augmentation.padding()));
        }
        if (augmentation.horizontalFlip()) {
            changes.add("mirrored at random");
        }
        if (augmentation.mixup() > 0) {
            changes.add("Mixup by Beta(%1$s, %1$s)".formatted(Numbers.value(augmentation.mixup())));
        }
        return changes.isEmpty() ? "no augmentation" : String.join(", ", changes);
    }
}
