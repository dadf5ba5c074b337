package org.faasnetlab.analysis.summary;

import org.faasnetlab.measure.Bandwidth;

/** The two ends of an interval; low is not above high. */
public record BandwidthRange(Bandwidth low, Bandwidth high) {

    @Override
    public String toString() {
        return low + " to " + high;
    }
}
