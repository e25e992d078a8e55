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
 * The standard deviations of what each addition of a residual network adds up, in inference mode: that of the branch,
 * which is the residual function of Section 3.1, and that of its shortcut.
 */
public record BranchResponses(Split split) implements Examination {

    public static final String BRANCH = "branch";
    public static final String SHORTCUT = "shortcut";

    public BranchResponses {
        Objects.requireNonNull(split, "responses are to no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        List<Node> additions = model.network().nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Addition)
                .toList();
        List<Signal> summands = new SummedSignals(
                        model, data.images(split), data.training().mean())
                .responses(additions.stream()
                        .flatMap(addition -> addition.inputs().stream())
                        .toList());
        List<Double> branches = new ArrayList<>();
        List<Double> shortcuts = new ArrayList<>();
        for (int i = 0; i < summands.size(); i += 2) {
            branches.add(summands.get(i).deviation());
            shortcuts.add(summands.get(i + 1).deviation());
        }
        return new Findings(additions.stream().map(Node::name).toList(), Map.of(BRANCH, branches, SHORTCUT, shortcuts));
    }
}
