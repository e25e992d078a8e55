package org.resnetclaims.statistics;

/** Two arms with as many runs each. */
record TwoArms(double[] first, double[] second) implements Seen {

    @Override
    public Contrast contrast() {
        return new Welch(first, second);
    }

    @Override
    public double effectSize() {
        return HedgesG.of(first, second);
    }

    @Override
    public double superiority() {
        return Ranks.superiority(first, second);
    }

    @Override
    public Interval superiorityInterval(double level) {
        return Ranks.superiorityInterval(first, second, level);
    }

    @Override
    public CrossChecks crossChecks(Hypothesis hypothesis, double level) {
        return new CrossChecks(
                hypothesis.weakest(statement -> Permutations.pValue(statement, first, second)),
                hypothesis.weakest(statement -> Ranks.pValue(statement, first, second)),
                Bootstrap.interval(first, second, level));
    }
}
