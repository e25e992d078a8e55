package org.resnetclaims.examinations;

import java.util.ArrayList;
import java.util.Collections;
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
        int[] labels = probabilities.labels();
        List<double[][]> all = models.stream().map(probabilities::of).toList();
        List<Double> best = all.stream()
                .map(alone -> mistakes(Collections.singletonList(alone), labels))
                .min(Comparator.comparingDouble(
                        wrong -> wrong.stream().mapToDouble(Double::doubleValue).sum()))
                .orElseThrow();
        return new Findings(
                IntStream.range(0, labels.length).mapToObj(String::valueOf).toList(),
                Map.of(TOGETHER, mistakes(all, labels), BEST, best));
    }

    private static List<Double> mistakes(List<double[][]> networks, int[] labels) {
        List<Double> wrong = new ArrayList<>();
        for (int image = 0; image < labels.length; image++) {
            wrong.add(prediction(networks, image) == labels[image] ? 0.0 : 1.0);
        }
        return wrong;
    }

    private static int prediction(List<double[][]> networks, int image) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < networks.get(0)[image].length; i++) {
            double sum = 0;
            for (double[][] network : networks) {
                sum += network[image][i];
            }
            if (sum > greatest) {
                greatest = sum;
                best = i;
            }
        }
        return best;
    }
}
