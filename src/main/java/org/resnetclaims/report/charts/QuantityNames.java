package org.resnetclaims.report.charts;

/** What numbers are called in the report. */
public final class QuantityNames {

    private QuantityNames() {}

    /**
     * Numbers of the paper are known by ids, such as {@code table1.resnet-18.layers}: here without the place, since
     * that stands beside them, such as {@code resnet-18, layers}.
     */
    public static String plain(String name) {
        return name.replaceFirst("^(abstract|figure|fig|table|section|sec)[0-9.]*\\.", "")
                .replaceAll("\\.(?=[a-z])", ", ");
    }
}
