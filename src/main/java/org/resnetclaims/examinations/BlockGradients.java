package org.resnetclaims.examinations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Signal;

/**
 * The norm of the gradient at the end of each block in training mode, where in a residual network the shortcut has been
 * added: that of the loss with respect to what the block yields, as a root mean square over the images of all whole
 * batches. Plain networks have the same blocks, without shortcuts.
 */
public record BlockGradients(Split split) implements Examination {

    public static final String NORM = "norm";

    public BlockGradients {
        Objects.requireNonNull(split, "gradients are of no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        List<String> ends = ends(model.network());
        List<Signal> signals =
                new SummedSignals(model, data.images(split), data.training().mean()).signals(ends);
        return new Findings(
                ends, Map.of(NORM, signals.stream().map(Signal::gradientNorm).toList()));
    }

    /** The last node of each block, such as {@code stage1.block2.relu2}. */
    private static List<String> ends(Network network) {
        Map<String, String> ends = new LinkedHashMap<>();
        network.nodes().stream()
                .map(Node::name)
                .filter(name -> name.contains(".block"))
                .forEach(name -> ends.put(name.substring(0, name.lastIndexOf('.')), name));
        return List.copyOf(ends.values());
    }
}
