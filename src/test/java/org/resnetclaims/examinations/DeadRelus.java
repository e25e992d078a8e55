package org.resnetclaims.examinations;

import java.util.List;
import java.util.Map;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Node;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Signal;

/** The share of channels of each ReLU that no image of a part of the data makes positive. */
record DeadRelus(Split split) implements Examination {

    @Override
    public Findings examine(Model model, Dataset data) {
        List<String> relus = model.network().nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Relu)
                .map(Node::name)
                .toList();
        SummedSignals images =
                new SummedSignals(model, data.images(split), data.training().mean());
        List<Double> dead =
                images.responses(relus).stream().map(DeadRelus::share).toList();
        return new Findings(relus, Map.of("dead", dead));
    }

    private static double share(Signal relu) {
        return relu.channels().stream()
                .mapToDouble(channel -> channel.positives() == 0 ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
