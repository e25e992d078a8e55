package org.resnetclaims.laboratory;

import java.util.HashMap;
import java.util.Map;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.training.Run;

/**
 * How long an assignment takes, by what earlier ones have taken. Work is counted in multiply-adds. How long these take
 * is measured of each network and each examination by itself, since they keep a processor busy to different degrees,
 * and, where that is not measured yet, over all that were.
 */
final class TimeLeft {

    /** A step of training goes forward, and back at twice the cost. */
    private static final int PASSES_OF_A_STEP = 3;

    /** What was measured of others counts like so much of one more assignment of the same kind. */
    private static final double WEIGHT_OF_OTHERS = 0.25;

    private final Map<String, Pace> kinds = new HashMap<>();
    private final Pace runs = new Pace();
    private final Pace examinations = new Pace();

    /** A share of an assignment was done in so many seconds. */
    void measured(Assignment assignment, double share, double seconds) {
        double work = share * work(assignment);
        overall(assignment).add(work, seconds);
        kinds.computeIfAbsent(kind(assignment), any -> new Pace()).add(work, seconds);
    }

    /** In seconds; NaN as long as nothing was measured. */
    double of(Assignment assignment) {
        Pace others = overall(assignment).work > 0 ? overall(assignment) : runs;
        double work = work(assignment);
        Pace expected = new Pace();
        expected.add(WEIGHT_OF_OTHERS * work, WEIGHT_OF_OTHERS * work * others.secondsPerWork());
        Pace own = kinds.get(kind(assignment));
        if (own != null) {
            expected.add(own.work, own.seconds);
        }
        return work * expected.secondsPerWork();
    }

    private Pace overall(Assignment assignment) {
        return assignment instanceof RunAssignment ? runs : examinations;
    }

    private static String kind(Assignment assignment) {
        return assignment instanceof ExaminationAssignment examination
                ? examination.examination().toString()
                : ((RunAssignment) assignment).run().network().name();
    }

    private static double work(Assignment assignment) {
        if (assignment instanceof RunAssignment run) {
            DatasetDescription data = run.run().data();
            // The evaluations for its curve come on top of the steps, and in proportion to them.
            return PASSES_OF_A_STEP * run.run().work() + pass(run.run(), data.trainingImages() + data.testImages());
        }
        // Nothing says what an examination does with the images, so each is taken to see all of them once.
        return ((ExaminationAssignment) assignment)
                .specimens().stream()
                        .mapToDouble(specimen -> pass(
                                specimen.run(),
                                specimen.run().data().trainingImages()
                                        + specimen.run().data().testImages()))
                        .sum();
    }

    private static double pass(Run run, int images) {
        return (double) run.network().cost().multiplyAdds() * images;
    }

    private static final class Pace {

        private double work;
        private double seconds;

        void add(double more, double took) {
            work += more;
            seconds += took;
        }

        /** NaN where nothing was measured. */
        double secondsPerWork() {
            return seconds / work;
        }
    }
}
