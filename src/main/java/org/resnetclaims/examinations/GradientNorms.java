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
 * The norm of the gradient that reaches each convolution in training mode: that of the loss with respect to what the
 * layer yields after batch normalisation, before ReLU or addition, as a root mean square over the images of all whole
 * batches. Section 4.1 verifies that these norms are healthy.
 */
public record GradientNorms(Split split) implements Examination {

    public static final String NORM = "norm";

    public GradientNorms {
        Objects.requireNonNull(split, "gradients are of no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        List<String> layers = ConvolutionalLayers.outputs(model.network());
        List<Signal> signals =
                new SummedSignals(model, data.images(split), data.training().mean()).signals(layers);
        List<Double> norms = signals.stream().map(Signal::gradientNorm).toList();
        return new Findings(layers, Map.of(NORM, norms));
    }
}
