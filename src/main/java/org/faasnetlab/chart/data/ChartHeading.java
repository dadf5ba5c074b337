package org.faasnetlab.chart.data;

import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.NetworkKind;

/**
 * What stands over a chart.
 *
 * @param subtitle where and how it was measured, in a few words
 * @param valid false if all that the chart shows is invalid; the subtitle then has the reasons
 */
public record ChartHeading(Phrase title, Phrase subtitle, NetworkKind network, boolean valid) {

    private static final Phrase NOTHING = Phrase.verbatim("");

    /** Of what is valid, or of several trials, each of which has its own validity. */
    public ChartHeading(Phrase title, Phrase subtitle, boolean simulated) {
        this(title, subtitle, simulated ? NetworkKind.SIMULATED : NetworkKind.REAL, true);
    }

    public boolean simulated() {
        return network == NetworkKind.SIMULATED;
    }

    /** The badge alone, for a chart that has its title next to it. */
    public static ChartHeading badgeOnly(boolean simulated) {
        return new ChartHeading(NOTHING, NOTHING, simulated);
    }
}
