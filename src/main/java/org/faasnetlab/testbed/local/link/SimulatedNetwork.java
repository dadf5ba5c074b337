package org.faasnetlab.testbed.local.link;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.LinkProfile;
import org.faasnetlab.testbed.NetworkSettings;
import org.jspecify.annotations.Nullable;

/**
 * The token buckets of one trial: for each function and direction one of the function's link and, where its burst has a
 * peak, one of the peak; for each host and direction one that the host's functions share.
 */
final class SimulatedNetwork {
    private final NetworkSettings network;
    private final int functions;
    private final Timing timing;
    private final List<@Nullable TokenBucket> hostUplinks = new ArrayList<>();
    private final List<@Nullable TokenBucket> hostDownlinks = new ArrayList<>();

    SimulatedNetwork(NetworkSettings network, int functions, Timing timing) {
        this.network = network;
        this.functions = functions;
        this.timing = timing;
        for (int host = 0; host < network.hosts(); host++) {
            hostUplinks.add(hostBucket());
            hostDownlinks.add(hostBucket());
        }
    }

    private @Nullable TokenBucket hostBucket() {
        Bandwidth rate = network.hostLink();
        return rate == null ? null : new TokenBucket(rate, 0, timing.nanoTime());
    }

    /** Functions are placed on the hosts in turn. */
    int host(int worker) {
        return worker % network.hosts();
    }

    /** A function's way to its target. */
    Shaper uplink(int worker) {
        return shaper(hostUplinks.get(host(worker)));
    }

    /** The way from the target to the function. */
    Shaper downlink(int worker) {
        return shaper(hostDownlinks.get(host(worker)));
    }

    private Shaper shaper(@Nullable TokenBucket host) {
        List<TokenBucket> buckets = new ArrayList<>();
        LinkProfile link = network.link();
        if (link.rate() != null) {
            buckets.add(new TokenBucket(link.rate(), link.burst().bytes(), timing.nanoTime()));
        }
        if (link.peak() != null) {
            buckets.add(new TokenBucket(link.peak(), 0, timing.nanoTime()));
        }
        if (host != null) {
            buckets.add(host);
        }
        return new Shaper(buckets, ChunkSize.of(expectedRate()), timing);
    }

    /** The rate that a function has when all of its host are busy and no burst is left. */
    private Bandwidth expectedRate() {
        double rate = Double.MAX_VALUE;
        if (network.link().rate() != null) {
            rate = network.link().rate().bitsPerSecond();
        }
        if (network.hostLink() != null) {
            int onHost = (functions + network.hosts() - 1) / network.hosts();
            rate = Math.min(rate, network.hostLink().bitsPerSecond() / onHost);
        }
        return new Bandwidth(rate);
    }
}
