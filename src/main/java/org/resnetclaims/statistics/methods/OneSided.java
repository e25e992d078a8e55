package org.resnetclaims.statistics.methods;

/** The statement that the difference of two means lies above, or below, a bound in points. */
public record OneSided(double bound, boolean above) {

    /** A smaller distance comes from binary fractions, as in 7.47 - 6.97 - 0.5. */
    static final double ROUNDING = 1e-11;

    public static OneSided above(double bound) {
        return new OneSided(bound, true);
    }

    public static OneSided below(double bound) {
        return new OneSided(bound, false);
    }

    public OneSided contrary() {
        return new OneSided(bound, !above);
    }

    /** Whether a difference that was seen is as the statement says. */
    public boolean seen(double difference) {
        return beyond(difference) > 0;
    }

    /** How far each value less the number lies beyond the bound; what lies short of it is negative. */
    public double[] distances(double[] values, double number) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = beyond(values[i] - number);
        }
        return distances;
    }

    private double beyond(double difference) {
        double distance = above ? difference - bound : bound - difference;
        return Math.abs(distance) < ROUNDING ? 0 : distance;
    }
}
