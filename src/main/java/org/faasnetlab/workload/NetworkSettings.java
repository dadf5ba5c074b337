package org.faasnetlab.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * The simulated network of a trial on this computer. A testbed with a real network (AWS) supports {@link #REAL} only.
 *
 * @param link the link of each function
 * @param hosts simulated hosts that the functions are placed on in turn, at least 1
 * @param hostLink rate in each direction that the functions of one host share, or null for no limit
 * @param medium what carries the packets
 * @param queue before each link; only a kernel network has one
 * @param impairment of every packet; only a kernel network has any
 * @param vpcLink rate in each direction that all functions share, as those of one VPC do, or null for no limit; only a kernel
 *     network has one
 */
public record NetworkSettings(
        LinkProfile link,
        int hosts,
        @Nullable Bandwidth hostLink,
        Medium medium,
        LinkQueue queue,
        PathImpairment impairment,
        @Nullable Bandwidth vpcLink) {

    /** What carries the packets between functions and servers on this computer. */
    public enum Medium {
        /** Loopback, and for simulated links a relay in this program, which ends TCP connections. */
        RELAY,
        /** Network namespaces of Linux, whose queues are those of the kernel. */
        KERNEL;

        /** The name in settings. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The medium with this name in settings.
         *
         * @throws IllegalArgumentException if there is none with this id
         */
        public static Medium parse(String text) {
            return Arrays.stream(values())
                    .filter(medium -> medium.id().equals(text.trim()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValueException(Phrase.of("expected relay or kernel")));
        }
    }

    /** The names of the settings in the {@link #details}. */
    public static final String MEDIUM = "network";

    public static final String QUEUE = "queue";
    public static final String DELAY = "delay";
    public static final String LOSS = "loss";
    public static final String VPC_LINK = "vpcLink";

    /** Settings of loopback and relays. */
    public NetworkSettings(LinkProfile link, int hosts, @Nullable Bandwidth hostLink) {
        this(link, hosts, hostLink, Medium.RELAY, LinkQueue.USUAL, PathImpairment.NONE, null);
    }

    /** The real network, without shaping. */
    public static final NetworkSettings REAL = new NetworkSettings(LinkProfile.UNLIMITED, 1, null);

    private static final String UNLIMITED = "unlimited";

    public NetworkSettings {
        if (hosts < 1) {
            throw new IllegalArgumentException("hosts must be at least 1, not " + hosts);
        }
        requireRate(hostLink);
        requireRate(vpcLink);
    }

    private static void requireRate(@Nullable Bandwidth rate) {
        if (rate != null && (rate.bitsPerSecond() <= 0 || rate.compareTo(LinkProfile.MAX_RATE) > 0)) {
            throw new InvalidValueException(
                    Phrase.of("the rate must be above 0 and at most {0}", LinkProfile.MAX_RATE.toSetting()));
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
     * As {@link #parse(String, int, String)}, with the {@link #details}; missing ones have their defaults.
     *
     * @throws IllegalArgumentException if a value is invalid
     */
    public static NetworkSettings parse(String link, int hosts, String hostLink, Map<String, String> details) {
        return parse(link, hosts, hostLink)
                .withMedium(Medium.parse(details.getOrDefault(MEDIUM, Medium.RELAY.id())))
                .withQueue(LinkQueue.parse(details.getOrDefault(QUEUE, LinkQueue.USUAL.toSetting())))
                .withImpairment(PathImpairment.NONE
                        .withDelay(details.getOrDefault(DELAY, PathImpairment.NONE.delaySetting()))
                        .withLoss(details.getOrDefault(LOSS, PathImpairment.NONE.lossSetting())))
                .withVpcLink(parseHostLink(details.getOrDefault(VPC_LINK, UNLIMITED)));
    }

    /** What a kernel network has in addition to links and hosts: values in setting format by setting name. */
    public SortedMap<String, String> details() {
        SortedMap<String, String> details = new TreeMap<>();
        if (medium == Medium.KERNEL) {
            details.put(MEDIUM, medium.id());
            details.put(QUEUE, queue.toSetting());
            details.putAll(impairments());
            if (vpcLink != null) {
                details.put(VPC_LINK, vpcLinkSetting());
            }
        }
        return details;
    }

    /** Delay and loss in setting format by setting name, without those of 0. */
    private SortedMap<String, String> impairments() {
        SortedMap<String, String> set = new TreeMap<>();
        if (impairment.delayMillis() > 0) {
            set.put(DELAY, impairment.delaySetting());
        }
        if (impairment.lossPercent() > 0) {
            set.put(LOSS, impairment.lossSetting());
        }
        return set;
    }

    public NetworkSettings withLink(LinkProfile value) {
        return new NetworkSettings(value, hosts, hostLink, medium, queue, impairment, vpcLink);
    }

    public NetworkSettings withHosts(int value) {
        return new NetworkSettings(link, value, hostLink, medium, queue, impairment, vpcLink);
    }

    public NetworkSettings withHostLink(@Nullable Bandwidth value) {
        return new NetworkSettings(link, hosts, value, medium, queue, impairment, vpcLink);
    }

    public NetworkSettings withMedium(Medium value) {
        return new NetworkSettings(link, hosts, hostLink, value, queue, impairment, vpcLink);
    }

    public NetworkSettings withQueue(LinkQueue value) {
        return new NetworkSettings(link, hosts, hostLink, medium, value, impairment, vpcLink);
    }

    public NetworkSettings withImpairment(PathImpairment value) {
        return new NetworkSettings(link, hosts, hostLink, medium, queue, value, vpcLink);
    }

    public NetworkSettings withVpcLink(@Nullable Bandwidth value) {
        return new NetworkSettings(link, hosts, hostLink, medium, queue, impairment, value);
    }

    /**
     * Parses {@code unlimited} or a rate.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static @Nullable Bandwidth parseHostLink(String text) {
        return text.trim().equalsIgnoreCase(UNLIMITED) ? null : SettingValues.bandwidth(text);
    }

    /** The text that {@link #parseHostLink} accepts. */
    public String hostLinkSetting() {
        return hostLink == null ? UNLIMITED : hostLink.toSetting();
    }

    /** The text that {@link #parseHostLink} accepts. */
    public String vpcLinkSetting() {
        return vpcLink == null ? UNLIMITED : vpcLink.toSetting();
    }

    /**
     * Display texts of the simulated settings, for example {@code link 625Mbit} and {@code 2 hosts of 1Gbit}; empty if
     * nothing is.
     */
    public List<Phrase> labels() {
        List<Phrase> labels = new ArrayList<>();
        if (!link.isUnlimited()) {
            labels.add(Phrase.of("link {0}", link.toSetting()));
        }
        if (hostLink != null) {
            labels.add(Phrase.of(hosts == 1 ? "1 host of {1}" : "{0} hosts of {1}", hosts, hostLinkSetting()));
        }
        if (vpcLink != null) {
            labels.add(Phrase.of("VPC of {0}", vpcLinkSetting()));
        }
        if (medium == Medium.KERNEL) {
            labels.add(Phrase.of("kernel network, queue {0}", queue.toSetting()));
            impairments()
                    .forEach((name, value) ->
                            labels.add(Phrase.of("{0} {1}", Phrase.named("setting." + name, name), value)));
        }
        return labels;
    }

    /** Long-term bandwidth of one of the given number of functions, in bit/s; infinite if no link limits it. */
    public double bitsPerSecondOfFunction(int functions) {
        double own =
                link.rate() == null ? Double.POSITIVE_INFINITY : link.rate().bitsPerSecond();
        if (vpcLink != null) {
            own = Math.min(own, vpcLink.bitsPerSecond() / functions);
        }
        if (hostLink == null) {
            return own;
        }
        int onOneHost = (functions + hosts - 1) / hosts;
        return Math.min(own, hostLink.bitsPerSecond() / onOneHost);
    }

    /** Whether this program made the network; then every chart and export says "simulated network". */
    public boolean simulated() {
        return medium == Medium.KERNEL || limited();
    }

    /** Whether relays carry the connections, so that what TCP knows describes the way to them. */
    public boolean relayed() {
        return medium == Medium.RELAY && limited();
    }

    /** Whether any link has a rate. */
    public boolean limited() {
        return !link.isUnlimited() || hostLink != null || vpcLink != null;
    }
}
