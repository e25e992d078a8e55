package org.resnetclaims.laboratory;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Run;

/**
 * How long runs and examinations take, by what earlier ones have taken. Work is counted in multiply-adds for a run, and
 * in networks for an examination, of which nobody can tell what it does with them. How long work takes is measured of
 * each network and each examination by itself, and, where that is not measured yet, over all others of its sort.
 */
final class TimeLeft {

    /** A step of training goes forward, and back at twice the cost. */
    private static final int PASSES_OF_A_STEP = 3;

    /**
     * How many multiply-adds take as long as what a layer costs for each image besides its own. At scale quick,
     * networks then differ by a seventh in how long work takes, and by a third without; where layers are large it
     * hardly counts.
     */
    private static final double MULTIPLY_ADDS_OF_A_NODE = 100_000;

    /** What was measured of others counts like so much of one more of the same kind. */
    private static final double WEIGHT_OF_OTHERS = 0.25;

    /** While the program is just starting, all takes so much longer: between 1.5 and 2 times in two sessions. */
    private static final double WARM_UP = 1.75;

    /** So that what was measured then hardly counts once anything was measured later. */
    private static final double WEIGHT_OF_WARM_UP = 0.01;

    private final Map<String, Pace> kinds = new HashMap<>();
    /** By the object, since it takes long to hash a network. */
    private final IdentityHashMap<Network, Double> workPerImage = new IdentityHashMap<>();

    private final Pace runs = new Pace();
    private final Pace examinations = new Pace();

    /** A share of an assignment was done in so many seconds, perhaps while the program warmed up. */
    void measured(Assignment assignment, double share, double seconds, boolean warmingUp) {
        Work work = work(assignment);
        double done = share * work.amount * (warmingUp ? WEIGHT_OF_WARM_UP : 1);
        double took = seconds * (warmingUp ? WEIGHT_OF_WARM_UP / WARM_UP : 1);
        work.others.add(done, took);
        kinds.computeIfAbsent(work.kind, any -> new Pace()).add(done, took);
    }

    /** In seconds; NaN for a run as long as none was measured, and 0 for an examination likewise. */
    double of(Assignment assignment) {
        return assignment instanceof ExaminationAssignment && examinations.work == 0 ? 0 : seconds(work(assignment));
    }

    /** Likewise. */
    double of(Run run) {
        return seconds(work(run));
    }

    private double seconds(Work work) {
        Pace expected = new Pace();
        expected.add(WEIGHT_OF_OTHERS * work.amount, WEIGHT_OF_OTHERS * work.amount * work.others.secondsPerWork());
        Pace own = kinds.get(work.kind);
        if (own != null) {
            expected.add(own.work, own.seconds);
        }
        return work.amount * expected.secondsPerWork();
    }

    private Work work(Assignment assignment) {
        return assignment instanceof ExaminationAssignment examination
                ? new Work(
                        examinations,
                        examination.examination().toString(),
                        examination.specimens().size())
                : work(((RunAssignment) assignment).run());
    }

    private Work work(Run run) {
        double steps = (double) PASSES_OF_A_STEP
                * run.recipe().batchSize()
                * run.recipe().iterations();
        // The evaluations for its curve come on top of the steps, and in proportion to them.
        int atTheEnd = run.data().trainingImages() + run.data().testImages();
        double perImage = workPerImage.computeIfAbsent(run.network(), TimeLeft::workPerImage);
        return new Work(runs, run.network().name(), (steps + atTheEnd) * perImage);
    }

    private static double workPerImage(Network network) {
        return network.cost().multiplyAdds()
                + MULTIPLY_ADDS_OF_A_NODE * network.nodes().size();
    }

    /** @param others what was measured of all of its sort */
    private record Work(Pace others, String kind, double amount) {}

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
