package org.faasnetlab.workload;

import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * The simulated network of a trial on this computer. A testbed with a network of its own (AWS) takes {@link #REAL} only.
 *
 * @param link the link of each function
 * @param hosts simulated hosts that the functions are placed on in turn, at least 1
 * @param hostLink rate in each direction that the functions of one host share, or null for no limit
 */
public record NetworkSettings(
        LinkProfile link, int hosts, @Nullable Bandwidth hostLink) {

    /** The network as it is, nothing shaped. */
    public static final NetworkSettings REAL = new NetworkSettings(LinkProfile.UNLIMITED, 1, null);

    public NetworkSettings {
        if (hosts < 1) {
            throw new IllegalArgumentException("hosts must be at least 1, not " + hosts);
        }
        if (hostLink != null && hostLink.bitsPerSecond() <= 0) {
            throw new IllegalArgumentException("the rate of a host link must be above 0");
        }
    }

    /** Whether any speed is simulated; then every chart and export says "simulated network". */
    public boolean simulated() {
        return !link.isUnlimited() || hostLink != null;
    }
}
