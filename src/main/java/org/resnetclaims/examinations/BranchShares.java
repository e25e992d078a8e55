package org.resnetclaims.examinations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Node;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Signal;

/**
 * The variance of what the branch of each residual block yields, divided by that of what its shortcut hands on, in
 * training mode, over the images of all whole batches; a row for each addition.
 */
public record BranchShares(Split split) implements Examination {

    public static final String RATIO = "ratio";

    public BranchShares {
        Objects.requireNonNull(split, "branches are compared on no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        List<Node> additions = model.network().nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .toList();
        List<String> summands = additions.stream()
                .flatMap(addition -> addition.inputs().stream())
                .toList();
        List<Signal> signals =
                new SummedSignals(model, data.images(split), data.training().mean()).signals(summands);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < signals.size(); i += 2) {
            ratios.add(Math.pow(signals.get(i).deviation() / signals.get(i + 1).deviation(), 2));
        }
        return new Findings(additions.stream().map(Node::name).toList(), Map.of(RATIO, ratios));
    }
}
