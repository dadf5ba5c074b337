package org.faasnetlab.workload;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * The simulated network of a trial on this computer. A testbed with a real network (AWS) supports {@link #REAL} only.
 *
 * @param link the link of each function
 * @param hosts simulated hosts that the functions are placed on in turn, at least 1
 * @param hostLink rate in each direction that the functions of one host share, or null for no limit
 */
public record NetworkSettings(
        LinkProfile link, int hosts, @Nullable Bandwidth hostLink) {

    /** The real network, without shaping. */
    public static final NetworkSettings REAL = new NetworkSettings(LinkProfile.UNLIMITED, 1, null);

    private static final String UNLIMITED = "unlimited";

    public NetworkSettings {
        if (hosts < 1) {
            throw new IllegalArgumentException("hosts must be at least 1, not " + hosts);
        }
        if (hostLink != null && (hostLink.bitsPerSecond() <= 0 || hostLink.compareTo(LinkProfile.MAX_RATE) > 0)) {
            throw new IllegalArgumentException(
                    "the rate of a host link must be above 0 and at most " + LinkProfile.MAX_RATE.toSetting());
        }
    }

    /**
     * Parses the settings of a link, the number of hosts and the link of a host.
     *
     * @throws IllegalArgumentException if a link is invalid or the number is below 1
     */
    public static NetworkSettings parse(String link, int hosts, String hostLink) {
        return new NetworkSettings(LinkProfile.parse(link), hosts, parseHostLink(hostLink));
    }

    /**
     * Parses {@code unlimited} or a rate.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static @Nullable Bandwidth parseHostLink(String text) {
        return text.trim().equalsIgnoreCase(UNLIMITED) ? null : Bandwidth.parse(text);
    }

    /** The text that {@link #parseHostLink} accepts. */
    public String hostLinkSetting() {
        return hostLink == null ? UNLIMITED : hostLink.toSetting();
    }

    /**
     * Display texts of the simulated settings, for example {@code link 625Mbit} and {@code 2 hosts of 1Gbit}; empty if
     * nothing is.
     */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        if (!link.isUnlimited()) {
            labels.add("link " + link.toSetting());
        }
        if (hostLink != null) {
            labels.add(hosts + (hosts == 1 ? " host of " : " hosts of ") + hostLinkSetting());
        }
        return labels;
    }

    /** Long-term bandwidth of one of the given number of functions, in bit/s; infinite if no link limits it. */
    public double bitsPerSecondOfFunction(int functions) {
        double own =
                link.rate() == null ? Double.POSITIVE_INFINITY : link.rate().bitsPerSecond();
        if (hostLink == null) {
            return own;
        }
        int onOneHost = (functions + hosts - 1) / hosts;
        return Math.min(own, hostLink.bitsPerSecond() / onOneHost);
    }

    /** Whether any speed is simulated; then every chart and export says "simulated network". */
    public boolean simulated() {
        return !link.isUnlimited() || hostLink != null;
    }
}
