package org.faasnetlab.chart.data;

/**
 * What stands over a chart.
 *
 * @param subtitle where and how it was measured, in a few words
 * @param simulated whether the network was simulated, which the chart then says
 */
public record ChartHeading(String title, String subtitle, boolean simulated) {

    /** The badge alone, for a chart that has its title next to it. */
    public static ChartHeading badgeOnly(boolean simulated) {
        return new ChartHeading("", "", simulated);
    }
}
