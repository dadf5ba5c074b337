package org.faasnetlab.export.chart;

/**
 * What stands over a chart.
 *
 * @param subtitle where and how it was measured, in a few words
 * @param simulated whether the network was simulated, which the chart then says
 */
public record ChartHead(String title, String subtitle, boolean simulated) {

    /** The mark alone, for a chart whose title stands beside it. */
    public static ChartHead mark(boolean simulated) {
        return new ChartHead("", "", simulated);
    }
}
