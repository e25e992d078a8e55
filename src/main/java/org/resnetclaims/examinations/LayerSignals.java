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
 * The standard deviation of what each convolution yields in training mode, after batch normalisation and before ReLU or
 * addition, over the images of all whole batches: the forward signals of Section 4.1. In contrast to
 * {@link LayerResponses}, each batch is normalised by its own statistics, as it is before any step.
 */
public record LayerSignals(Split split) implements Examination {

    public static final String DEVIATION = "deviation";

    public LayerSignals {
        Objects.requireNonNull(split, "signals are of no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        List<String> layers = ConvolutionalLayers.outputs(model.network());
        List<Signal> signals =
                new SummedSignals(model, data.images(split), data.training().mean()).signals(layers);
        return new Findings(
                layers,
                Map.of(DEVIATION, signals.stream().map(Signal::deviation).toList()));
    }
}
