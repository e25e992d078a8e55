package org.resnetclaims.claims.session;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.resnetclaims.examinations.BranchResponses;
import org.resnetclaims.examinations.ConstructedSolution;
import org.resnetclaims.examinations.Ensemble;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.LayerResponses;
import org.resnetclaims.examinations.Lesions;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner.Subject;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;

/**
 * What examinations find in networks that are as the paper has them, or contrary to it.
 *
 * @param contrary whether the latter
 */
record SimulatedFindings(boolean contrary) implements BiFunction<Examination, List<Subject>, Findings> {

    @Override
    public Findings apply(Examination examination, List<Subject> subjects) {
        Run run = subjects.get(0).run();
        Network network = run.network();
        boolean residual = SimulatedErrors.hasShortcuts(network);
        // At most 0.35 to either side.
        double noise = SimulatedErrors.noise(run);
        if (examination instanceof LayerResponses) {
            double depth = 0.005 * network.cost().depth();
            double weak = residual ? 0.8 - depth : 1;
            double strong = residual ? 0.5 + depth : 0.02;
            return column(LayerResponses.DEVIATION, (contrary ? strong : weak) * (1 + 0.02 * noise));
        }
        if (examination instanceof GradientNorms) {
            return column(GradientNorms.NORM, 1, Math.exp((contrary ? 1 : -0.1) + 0.02 * noise));
        }
        if (examination instanceof BranchResponses) {
            int small = (contrary ? 2 : 8) + (noise > 0 ? 1 : 0);
            double[] branches =
                    IntStream.range(0, 10).mapToDouble(i -> i < small ? 0.5 : 2).toArray();
            return new Findings(
                    rows(10),
                    Map.of(
                            BranchResponses.BRANCH,
                            column(BranchResponses.BRANCH, branches).column(BranchResponses.BRANCH),
                            BranchResponses.SHORTCUT,
                            Collections.nCopies(10, 1.0)));
        }
        if (examination instanceof ConstructedSolution) {
            return column(ConstructedSolution.CHANGE, (contrary ? 0.5 : 1e-6) * (1 + noise));
        }
        if (examination instanceof Lesions) {
            return column(Lesions.RISE, (residual == contrary ? 40 : 4) + noise);
        }
        if (examination instanceof Ensemble) {
            int images = run.data().testImages();
            int few = images / 10 + (int) (100 * noise);
            int many = images / 5;
            return new Findings(
                    rows(images),
                    Map.of(
                            Ensemble.TOGETHER, wrong(images, contrary ? many : few),
                            Ensemble.BEST, wrong(images, contrary ? few : many)));
        }
        return new SimulatedBeginnings(contrary, network, noise).find(examination);
    }

    private static Findings column(String name, double... values) {
        return new Findings(
                rows(values.length),
                Map.of(
                        name,
                        IntStream.range(0, values.length)
                                .mapToObj(i -> values[i])
                                .toList()));
    }

    private static List<String> rows(int number) {
        return IntStream.range(0, number).mapToObj(String::valueOf).toList();
    }

    /** The first ones of so many. */
    private static List<Double> wrong(int images, int mistakes) {
        return IntStream.range(0, images)
                .mapToObj(image -> image < mistakes ? 1.0 : 0.0)
                .toList();
    }
}
