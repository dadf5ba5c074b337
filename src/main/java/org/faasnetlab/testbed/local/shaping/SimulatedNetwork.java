package org.faasnetlab.testbed.local.shaping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/**
 * The token buckets of one trial. Each function has one for its link in each direction, which belongs to its sandbox,
 * and one for the peak rate if there is one; each host has one in each direction that its functions share.
 */
final class SimulatedNetwork {
    private static final int MIN_USUAL_CHUNK = 16 << 10;
    private static final int MAX_CHUNK = 256 << 10;
    /** The payload of one Ethernet frame; smaller chunks have no benefit. */
    private static final int MIN_CHUNK = 1448;

    private final NetworkSettings network;
    private final SandboxTokenBuckets buckets;
    private final Timing timing;
    private final int chunkBytes;
    private final List<Shaper> uplinks;
    private final List<Shaper> downlinks;

    /** @param buckets the buckets of known sandboxes */
    SimulatedNetwork(NetworkSettings network, int functions, SandboxTokenBuckets buckets, Timing timing) {
        this.network = network;
        this.buckets = buckets;
        this.timing = timing;
        this.chunkBytes = chunkBytes(expectedRate(network, functions));
        this.uplinks = shapers(functions);
        this.downlinks = shapers(functions);
    }

    /** Creates a shaper for each function in one direction. */
    private List<Shaper> shapers(int functions) {
        List<@Nullable TokenBucket> hosts = new ArrayList<>();
        for (int host = 0; host < network.hosts(); host++) {
            hosts.add(bucket(network.hostLink(), 0));
        }
        LinkProfile link = network.link();
        List<Shaper> shapers = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
            List<TokenBucket> shared = Stream.of(bucket(link.peak(), 0), hosts.get(host(functionIndex)))
                    .flatMap(Stream::ofNullable)
                    .toList();
            shapers.add(new Shaper(bucket(link.rate(), link.burst().bytes()), shared, chunkBytes, timing));
        }
        return shapers;
    }

    private @Nullable TokenBucket bucket(@Nullable Bandwidth rate, long depthBytes) {
        return rate == null ? null : new TokenBucket(rate, depthBytes, timing.nanoTime());
    }

    /** The host of a function; functions are placed round-robin. */
    int host(int functionIndex) {
        return functionIndex % network.hosts();
    }

    /** The direction from a function to its target. */
    Shaper uplink(int functionIndex) {
        return uplinks.get(functionIndex);
    }

    /** The direction from the target to the function. */
    Shaper downlink(int functionIndex) {
        return downlinks.get(functionIndex);
    }

    /** Switches the links of a function to the buckets of its sandbox. */
    void sandboxKnown(int functionIndex, String sandboxId) {
        uplink(functionIndex).replaceOwn(fresh -> buckets.of(sandboxId, true, fresh));
        downlink(functionIndex).replaceOwn(fresh -> buckets.of(sandboxId, false, fresh));
    }

    /** The rate of a function when all functions of its host are sending and no burst is left. */
    private static Bandwidth expectedRate(NetworkSettings network, int functions) {
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

    /**
     * Chunk size of a relay: small enough for smooth intervals, large enough for low overhead. The bytes of 2 ms at
     * this rate, limited to 16 to 256 KiB, but at most the bytes of 20 ms, which matters only for slow links.
     */
    static int chunkBytes(Bandwidth rate) {
        double usual = Math.max(MIN_USUAL_CHUNK, Math.min(MAX_CHUNK, rate.bytesPerSecond() * 0.002));
        return (int) Math.max(MIN_CHUNK, Math.min(usual, rate.bytesPerSecond() * 0.020));
    }
}
