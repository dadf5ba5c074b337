package org.faasnetlab.protocol;

import org.faasnetlab.measure.LatencyHistogram;

/**
 * Round-trip times of the probes of one function, or of several together.
 *
 * @param idle of the probes before the transfer
 * @param loaded of those during the transfer
 * @param after of those after it
 */
public record ProbeHistograms(LatencyHistogram idle, LatencyHistogram loaded, LatencyHistogram after) {
    /** Without probes. */
    public static final ProbeHistograms NONE =
            new ProbeHistograms(LatencyHistogram.EMPTY, LatencyHistogram.EMPTY, LatencyHistogram.EMPTY);

    private static final String SEPARATOR = ";";

    public boolean isEmpty() {
        return idle.isEmpty() && loaded.isEmpty() && after.isEmpty();
    }

    /** The probes of both. */
    public ProbeHistograms plus(ProbeHistograms other) {
        return new ProbeHistograms(idle.plus(other.idle), loaded.plus(other.loaded), after.plus(other.after));
    }

    /** The format in records and in the store: the three histograms, separated by semicolons. */
    public String toText() {
        return String.join(SEPARATOR, idle.toText(), loaded.toText(), after.toText());
    }

    /**
     * Reads {@link #toText()}.
     *
     * @throws IllegalArgumentException if it is not its format
     */
    public static ProbeHistograms parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("three histograms are expected, not " + parts.length);
        }
        return new ProbeHistograms(
                LatencyHistogram.parse(parts[0]), LatencyHistogram.parse(parts[1]), LatencyHistogram.parse(parts[2]));
    }
}
