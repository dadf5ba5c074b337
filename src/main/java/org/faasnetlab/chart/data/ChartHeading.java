package org.faasnetlab.chart.data;

import org.faasnetlab.format.Phrase;

/**
 * What stands over a chart.
 *
 * @param subtitle where and how it was measured, in a few words
 * @param network {@code simulated}, {@code real}, or {@code unknown}
 * @param valid false if all that the chart shows is invalid; the subtitle then has the reasons
 */
public record ChartHeading(Phrase title, Phrase subtitle, String network, boolean valid) {

    private static final String SIMULATED = "simulated";
    private static final Phrase NOTHING = Phrase.verbatim("");

    /** Of what is valid, or of several trials, each of which has its own validity. */
    public ChartHeading(Phrase title, Phrase subtitle, boolean simulated) {
        this(title, subtitle, simulated ? SIMULATED : "real", true);
    }

    public boolean simulated() {
        return network.equals(SIMULATED);
    }

    /** The badge alone, for a chart that has its title next to it. */
    public static ChartHeading badgeOnly(boolean simulated) {
        return new ChartHeading(NOTHING, NOTHING, simulated);
    }
}
