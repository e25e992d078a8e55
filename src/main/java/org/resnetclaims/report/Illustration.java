package org.resnetclaims.report;

import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A chart with what a reader needs to understand it.
 *
 * @param name of its files, without the ending
 * @param howToRead one line
 */
record Illustration(String name, String howToRead, Chart<?, ?> chart) {}
