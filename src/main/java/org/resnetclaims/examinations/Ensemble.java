package org.resnetclaims.examinations;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;

/**
 * Which test images several networks get wrong together, by the mean of their probabilities, and which the best of them
 * gets wrong alone (Table 5): 1 for a mistake, 0 otherwise, a row for each image. The best one is that with the fewest
 * mistakes on these very images, which favours it.
 */
public record Ensemble() implements Examination {

    public static final String TOGETHER = "together";
    public static final String BEST = "best";

    @Override
    public Findings examine(Model model, Dataset data) {
        return examine(List.of(model), data);
    }

    @Override
    public Findings examine(List<Model> models, Dataset data) {
        Probabilities probabilities =
                new Probabilities(data.test(), data.training().mean());
        List<double[][]> all = models.stream().map(probabilities::of).toList();
        List<Double> best = all.stream()
                .map(probabilities::mistakes)
                .min(Comparator.comparingDouble(
                        wrong -> wrong.stream().mapToDouble(Double::doubleValue).sum()))
                .orElseThrow();
        return new Findings(
                IntStream.range(0, data.test().size()).mapToObj(String::valueOf).toList(),
                Map.of(TOGETHER, probabilities.mistakes(Probabilities.mean(all)), BEST, best));
    }
}
