package org.resnetclaims.claims.session;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.resnetclaims.examinations.BlockGradients;
import org.resnetclaims.examinations.BranchResponses;
import org.resnetclaims.examinations.BranchShares;
import org.resnetclaims.examinations.DropoutNoise;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.GradientsOnLines;
import org.resnetclaims.examinations.LayerResponses;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.examinations.Neighbours;
import org.resnetclaims.examinations.OnFirstImages;
import org.resnetclaims.examinations.Rescaled;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;

/**
 * What examinations find in networks before their first step that are as the paper has them, or contrary to it.
 *
 * @param noise at most 0.35 to either side
 */
record SimulatedBeginnings(boolean contrary, Network network, double noise) {

    Findings find(Examination examination) {
        return find(examination, 1);
    }

    private Findings find(Examination examination, double factor) {
        int depth = network.cost().depth();
        boolean normalised =
                network.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.BatchNormalization);
        boolean residual = SimulatedErrors.hasShortcuts(network);
        if (examination instanceof OnFirstImages first) {
            return find(first.examination(), factor);
        }
        if (examination instanceof Rescaled rescaled) {
            return find(rescaled.examination(), rescaled.factor());
        }
        if (examination instanceof GradientNorms) {
            double vanishing = 0.06 - (normalised ? 0 : Math.log(factor));
            double slope = normalised ? (contrary ? vanishing : -Math.log(1.21)) : (contrary ? -vanishing : vanishing);
            return column(GradientNorms.NORM, depth - 1, i -> Math.exp(slope * (1 + 0.02 * noise) * i));
        }
        if (examination instanceof LayerResponses) {
            return column(LayerResponses.DEVIATION, 2, i -> i == 0 || normalised ? 1 : 1e-4 * (1 + noise));
        }
        if (examination instanceof BranchResponses) {
            int small = (normalised ? 8 : 1) + (noise > 0 ? 1 : 0);
            return new Findings(
                    Collections.nCopies(10, "row"),
                    Map.of(
                            BranchResponses.BRANCH,
                            column("", 10, i -> i < small ? 0.5 : 2).column(""),
                            BranchResponses.SHORTCUT,
                            Collections.nCopies(10, 1.0)));
        }
        if (examination instanceof LayerSignals) {
            double last = factor > 1 ? 1e4 : 1e-4;
            return column(
                    LayerSignals.DEVIATION,
                    2,
                    i -> i == 0 ? 1 : (normalised == contrary ? last : 1) * (1 + 0.01 * noise));
        }
        if (examination instanceof BlockGradients) {
            double change = residual ? (contrary ? 4.5 : 1.2) : 3.5;
            return column(BlockGradients.NORM, 2, i -> Math.pow(10, -change * i * (1 + 0.02 * noise)));
        }
        if (examination instanceof BranchShares) {
            double exponent = (normalised ? (contrary ? 1 : -1) : 0) + 0.02 * noise;
            return column(BranchShares.RATIO, depth / 2 - 1, i -> 3 * Math.pow(i + 1.0, exponent) * (1 + 0.1 * noise));
        }
        if (examination instanceof Neighbours) {
            double none = 1e-16 * (1 + noise);
            double some = normalised ? 0.005 * (1 + noise) : none;
            return new Findings(
                    List.of("exchange"),
                    Map.of(
                            Neighbours.TRAINING, List.of(contrary ? none : some),
                            Neighbours.INFERENCE, List.of(contrary ? some : none)));
        }
        if (examination instanceof DropoutNoise) {
            double little = 1e-3 * (1 + noise);
            double much = 0.1 * (1 + noise);
            return new Findings(
                    List.of("batch"),
                    Map.of(
                            DropoutNoise.TRAINING, List.of(contrary ? little : much),
                            DropoutNoise.INFERENCE, List.of(contrary ? much : little),
                            DropoutNoise.EXPECTATION, List.of(contrary ? 3 * much : little)));
        }
        if (examination instanceof GradientsOnLines) {
            double shattered = contrary ? 0.2 + 0.01 * depth : 0.9 - 0.02 * depth;
            return Findings.of(
                    GradientsOnLines.AUTOCORRELATION, (residual ? (contrary ? 0 : 0.9) : shattered) + 0.1 * noise);
        }
        throw new IllegalArgumentException("nobody has made up what %s finds".formatted(examination));
    }

    private static Findings column(String name, int rows, IntToDoubleFunction value) {
        return new Findings(
                Collections.nCopies(rows, "row"),
                Map.of(
                        name,
                        IntStream.range(0, rows).mapToObj(value::applyAsDouble).toList()));
    }
}
