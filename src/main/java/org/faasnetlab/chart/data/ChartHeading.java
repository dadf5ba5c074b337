package org.faasnetlab.chart.data;

import org.faasnetlab.format.Phrase;

/**
 * What stands over a chart.
 *
 * @param subtitle where and how it was measured, in a few words
 * @param simulated whether the network was simulated, which the chart then says
 */
public record ChartHeading(Phrase title, Phrase subtitle, boolean simulated) {

    private static final Phrase NOTHING = Phrase.verbatim("");

    /** The badge alone, for a chart that has its title next to it. */
    public static ChartHeading badgeOnly(boolean simulated) {
        return new ChartHeading(NOTHING, NOTHING, simulated);
    }
}
