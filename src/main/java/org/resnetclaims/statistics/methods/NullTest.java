package org.resnetclaims.statistics.methods;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether differences that must be zero are: one test of all contrasts of a session between runs that differ by nothing
 * but their seeds.
 *
 * @param contrasts that had a spread to be judged by
 * @param z their signed z values, combined as Stouffer (1949) does; 0 where there are none
 * @param pValue two-sided
 * @param held whether no bias was found
 */
public record NullTest(int contrasts, double z, double pValue, boolean held) {

    /** How often a session without bias fails. */
    public static final double ERROR_RATE = 0.01;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** @param contrasts runs of one arm on either side, such as those with even and those with odd seeds */
    public static NullTest of(List<TwoSamples> contrasts) {
        double[] zs = contrasts.stream()
                .flatMapToDouble(contrast -> z(Sample.of(contrast.first()), Sample.of(contrast.second())))
                .toArray();
        double z = zs.length == 0 ? 0 : DoubleStream.of(zs).sum() / Math.sqrt(zs.length);
        double pValue = 2 * NORMAL.survivalProbability(Math.abs(z));
        return new NullTest(zs.length, z, pValue, pValue > ERROR_RATE);
    }

    /** The z value as rare as Student's t of two samples with one variance; none where they have no spread. */
    private static DoubleStream z(Sample first, Sample second) {
        int freedom = first.size() + second.size() - 2;
        double squares = first.squares() + second.squares();
        if (freedom == 0 || squares == 0) {
            return DoubleStream.empty();
        }
        double error = Math.sqrt(squares / freedom * (1.0 / first.size() + 1.0 / second.size()));
        double t = (first.mean() - second.mean()) / error;
        // From the tail, where a probability near 1 would have lost its digits.
        double size =
                NORMAL.inverseSurvivalProbability(TDistribution.of(freedom).survivalProbability(Math.abs(t)));
        return DoubleStream.of(Math.copySign(size, t));
    }
}
