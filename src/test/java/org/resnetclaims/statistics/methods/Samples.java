package org.resnetclaims.statistics.methods;

/** Published data sets that several tests use. */
public final class Samples {

    /** R's data set {@code sleep} (Student 1908): extra hours of sleep under two drugs. */
    public static final double[] SLEEP_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    public static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), Table 2.1: days that mice survived. */
    public static final double[] MICE_TREATED = {94, 197, 16, 38, 99, 141, 23};

    public static final double[] MICE_CONTROL = {52, 104, 146, 10, 51, 30, 40, 27, 46};

    /** Brunner and Munzel (2000), pain scores; example of {@code brunnermunzel.test} in R. */
    public static final double[] PAIN_1 = {1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1};

    public static final double[] PAIN_2 = {3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4};

    /** Of the suite's pilot: training errors after 800 iterations. */
    public static final double[] PLAIN_20 = {14.1, 13.5, 15.1};

    public static final double[] PLAIN_56 = {35, 43, 63};

    private Samples() {}
}
