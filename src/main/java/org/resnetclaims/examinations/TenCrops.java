package org.resnetclaims.examinations;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;

/**
 * Which test images a network gets wrong as they are, and which by ten crops of each at each of several scales (Section
 * 3.4): 1 for a mistake, 0 otherwise, a row for each image. An image is resized and cropped to its old size in its
 * corners and its centre, each crop mirrored and not; probabilities are averaged over the crops of a scale, and then
 * over the scales.
 *
 * @param scales by what height and width are multiplied, at least 1; at 1 all crops are the image or its mirror image
 */
public record TenCrops(List<Double> scales) implements Examination {

    public static final String CROPS = "crops";
    public static final String WHOLE = "whole";

    public TenCrops {
        scales = List.copyOf(scales);
        if (scales.isEmpty() || scales.stream().anyMatch(scale -> scale < 1)) {
            throw new IllegalArgumentException("crops need scales of 1 or more, not %s".formatted(scales));
        }
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        MeanImage mean = data.training().mean();
        Probabilities whole = new Probabilities(data.test(), mean);
        List<double[][]> atScales = scales.stream()
                .map(scale -> Probabilities.mean(views(data.test(), mean, scale)
                        .map(view -> new Probabilities(view, view.mean()).of(model))
                        .toList()))
                .toList();
        return new Findings(
                IntStream.range(0, data.test().size()).mapToObj(String::valueOf).toList(),
                Map.of(
                        WHOLE, whole.mistakes(whole.of(model)),
                        CROPS, whole.mistakes(Probabilities.mean(atScales))));
    }

    /** Those that are different. */
    private static Stream<View> views(LabelledImages images, MeanImage mean, double scale) {
        int height = (int) Math.round(scale * images.shape().height());
        int width = (int) Math.round(scale * images.shape().width());
        int down = height - images.shape().height();
        int right = width - images.shape().width();
        return Stream.of(
                        List.of(0, 0),
                        List.of(0, right),
                        List.of(down, 0),
                        List.of(down, right),
                        List.of(down / 2, right / 2))
                .distinct()
                .flatMap(corner -> Stream.of(false, true)
                        .map(mirrored ->
                                new View(images, mean, height, width, corner.get(0), corner.get(1), mirrored)));
    }
}
