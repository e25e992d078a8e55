package org.resnetclaims.claims.session;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.resnetclaims.examinations.BlockGradients;
import org.resnetclaims.examinations.BranchResponses;
import org.resnetclaims.examinations.BranchShares;
import org.resnetclaims.examinations.ConstructedSolution;
import org.resnetclaims.examinations.Ensemble;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.LayerResponses;
import org.resnetclaims.examinations.LayerSignals;
import org.resnetclaims.examinations.Lesions;
import org.resnetclaims.examinations.LossOnLines;
import org.resnetclaims.examinations.OnFirstImages;
import org.resnetclaims.examinations.Settled;
import org.resnetclaims.examinations.TenCrops;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner.Subject;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;

/**
 * What examinations find in networks that are as the paper has them, or contrary to it.
 *
 * @param contrary whether the latter
 * @param fromTheStart whether networks that are hardly trained, or not at all, are so too
 */
record SimulatedFindings(boolean contrary, boolean fromTheStart)
        implements BiFunction<Examination, List<Subject>, Findings> {

    @Override
    public Findings apply(Examination examination, List<Subject> subjects) {
        Run run = subjects.get(0).run();
        Network network = run.network();
        boolean residual = SimulatedErrors.hasShortcuts(network);
        // At most 0.35 to either side.
        double noise = SimulatedErrors.noise(run);
        if (examination instanceof Settled settled) {
            return apply(settled.examination(), subjects);
        }
        if (examination instanceof LayerResponses) {
            return column(LayerResponses.DEVIATION, (contrary ? 0.02 : 1) * (1 + 0.02 * noise));
        }
        if (examination instanceof LayerSignals) {
            // In plain networks more than twice as strong as at first, in either case.
            double depth = 0.005 * network.cost().depth();
            double trained = residual ? (contrary ? 4 + depth : 0.8 - depth) : 2.5;
            return column(LayerSignals.DEVIATION, (isTrained(subjects.get(0)) ? trained : 1) * (1 + 0.02 * noise));
        }
        if (examination instanceof GradientNorms) {
            double shallow = 5.0 / network.cost().depth();
            return column(GradientNorms.NORM, 1, Math.exp((contrary ? 1 + shallow : -shallow) + 0.02 * noise));
        }
        // What notes have wrong is as wrong in either case.
        if (examination instanceof BlockGradients) {
            return column(BlockGradients.NORM, 1, Math.pow(10, (residual ? -1.1 : -0.2) + 0.1 * noise));
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
            return column(ConstructedSolution.CHANGE, (residual || contrary ? 0.5 : 1e-6) * (1 + noise));
        }
        if (examination instanceof Lesions) {
            double rise = residual == contrary ? 40 : 4;
            return column(Lesions.RISE, (isTrained(subjects.get(0)) ? rise : 0) + noise);
        }
        if (examination instanceof OnFirstImages first) {
            return onFirstImages(first, subjects.get(0), noise);
        }
        if (examination instanceof TenCrops crops) {
            int images = run.data().testImages();
            int views = contrary ? crops.scales().size() : 4 - crops.scales().size();
            return new Findings(
                    rows(images),
                    Map.of(
                            TenCrops.WHOLE, wrong(images, images / (contrary ? 10 : 2)),
                            TenCrops.CROPS, wrong(images, (int) (images * (0.1 + 0.1 * views) * (1 + noise / 10)))));
        }
        if (examination instanceof Ensemble) {
            int images = run.data().testImages();
            int few = images / 10 + (int) (100 * noise);
            int many = images / 5;
            boolean better = !contrary && isTrained(subjects.get(0));
            return new Findings(
                    rows(images),
                    Map.of(
                            Ensemble.TOGETHER, wrong(images, better ? few : many),
                            Ensemble.BEST, wrong(images, better ? many : few)));
        }
        return new SimulatedBeginnings(contrary, network, noise).find(examination);
    }

    private Findings onFirstImages(OnFirstImages first, Subject subject, double noise) {
        Network network = subject.run().network();
        if (first.examination() instanceof LossOnLines) {
            boolean rough = SimulatedErrors.hasShortcuts(network) == contrary && isTrained(subject);
            return column(LossOnLines.CONCAVE, (rough ? 0.3 : 0.05) * (1 + 0.1 * noise));
        }
        if (fromTheStart && isOfTrainedNetworksToo(first.examination())) {
            return apply(first.examination(), List.of(subject));
        }
        Findings before = new SimulatedBeginnings(contrary, network, noise).find(first);
        if (!(first.examination() instanceof BranchShares) || !isTrained(subject)) {
            return before;
        }
        return column(
                BranchShares.RATIO,
                before.column(BranchShares.RATIO).stream()
                        .mapToDouble(ratio -> ratio * (contrary ? 1.5 : 0.5))
                        .toArray());
    }

    private static boolean isOfTrainedNetworksToo(Examination examination) {
        return examination instanceof GradientNorms
                || examination instanceof LayerResponses
                || examination instanceof BranchResponses;
    }

    private boolean isTrained(Subject subject) {
        return fromTheStart || !SimulatedErrors.isCutShort(subject.run()) && subject.trained() != null;
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
