package org.resnetclaims.examinations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Signal;

/**
 * Mean and standard deviation of what each convolution yields in inference mode, after batch normalisation and before
 * ReLU or addition: the layer responses of Section 4.2 and Fig. 7. Projection shortcuts are among the layers.
 */
public record LayerResponses(Split split) implements Examination {

    public static final String MEAN = "mean";
    public static final String DEVIATION = "deviation";

    public LayerResponses {
        Objects.requireNonNull(split, "responses are to no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        List<String> layers = ConvolutionalLayers.outputs(model.network());
        List<Signal> responses =
                new SummedSignals(model, data.images(split), data.training().mean()).responses(layers);
        List<Double> means = responses.stream().map(Signal::mean).toList();
        List<Double> deviations = responses.stream().map(Signal::deviation).toList();
        return new Findings(layers, Map.of(MEAN, means, DEVIATION, deviations));
    }
}
