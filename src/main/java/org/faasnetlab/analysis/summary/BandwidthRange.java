package org.faasnetlab.analysis.summary;

import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.format.RangeFormatter;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/** The two ends of an interval; low is not above high. */
public record BandwidthRange(Bandwidth low, Bandwidth high) {

    /**
     * A range as bandwidths; null for no range.
     *
     * @param range in bit/s, or null; what it has below 0, which no rate is, is cut off
     */
    public static @Nullable BandwidthRange of(SampleStatistics.@Nullable Range range) {
        return range == null
                ? null
                : new BandwidthRange(new Bandwidth(Math.max(0, range.low())), new Bandwidth(Math.max(0, range.high())));
    }

    /** Both ends, for a sentence; if they have the same digits, how far they are from the middle. */
    public Phrase text() {
        if (!low.equals(high) && low.toString().equals(high.toString())) {
            return Phrase.verbatim("\u00b1 " + new Bandwidth((high.bitsPerSecond() - low.bitsPerSecond()) / 2));
        }
        return RangeFormatter.text(low.toString(), high.toString());
    }

    @Override
    public String toString() {
        return text().toString();
    }
}
