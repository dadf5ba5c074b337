package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testing.local.FakeTiming;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.Test;

/** Tests the level of a sandbox's bucket in consecutive trials: at most 10 MB, refilled at 1 MB per second. */
class SandboxTokenBucketsTest {
    private static final long DEPTH = 10_000_000;
    private static final LinkProfile LINK = new LinkProfile(Bandwidth.ofMegabits(8), new DataSize(DEPTH), null);

    private final FakeTiming timing = FakeTiming.exact();
    private final SandboxTokenBuckets buckets = new SandboxTokenBuckets();

    @Test
    void theBucketOfAWarmSandboxIsRefilledDuringThePause() throws InterruptedException {
        assertThat(burst(trial("a"))).isCloseTo(DEPTH, withPercentage(1));
        timing.idle(3_000_000_000L);
        assertThat(burst(trial("a"))).isCloseTo(3_000_000, withPercentage(1));
        timing.idle(60_000_000_000L);
        assertThat(burst(trial("a"))).as("never more than full").isCloseTo(DEPTH, withPercentage(1));
    }

    @Test
    void aNewSandboxHasAFullBucketRegardlessOfItsPredecessor() throws InterruptedException {
        burst(trial("a"));
        assertThat(burst(trial("b"))).isCloseTo(DEPTH, withPercentage(1));
    }

    @Test
    void aBucketFollowsItsSandboxToAnotherIndex() throws InterruptedException {
        burst(trial("a"));
        SimulatedNetwork next = network(2);
        next.sandboxKnown(0, "b");
        next.sandboxKnown(1, "a");
        assertThat(burst(next.uplink(0))).isCloseTo(DEPTH, withPercentage(1));
        // No time has passed, because the other one emptied its bucket without waiting.
        assertThat(burst(next.uplink(1))).isLessThan(DEPTH / 100);
    }

    @Test
    void theOtherDirectionHasASeparateBucket() throws InterruptedException {
        burst(trial("a"));
        SimulatedNetwork next = network(1);
        next.sandboxKnown(0, "a");
        assertThat(burst(next.downlink(0))).isCloseTo(DEPTH, withPercentage(1));
    }

    @Test
    void bytesSentBeforeTheSandboxWasKnownAreTakenFromItsBucket() throws InterruptedException {
        burst(trial("a"));
        timing.idle(5_000_000_000L);
        SimulatedNetwork next = network(1);
        next.uplink(0).pass(2_000_000, 0);
        next.sandboxKnown(0, "a");
        assertThat(burst(next.uplink(0))).isCloseTo(3_000_000, withPercentage(1));
    }

    @Test
    void anotherLinkOrNewRunStartsWithFullBuckets() throws InterruptedException {
        buckets.use(LINK);
        burst(trial("a"));
        buckets.use(LINK);
        assertThat(burst(trial("a"))).isLessThan(DEPTH / 100);
        buckets.use(LinkProfile.LAMBDA);
        assertThat(burst(trial("a"))).isCloseTo(DEPTH, withPercentage(1));
        buckets.clear();
        assertThat(burst(trial("a"))).isCloseTo(DEPTH, withPercentage(1));
    }

    private SimulatedNetwork network(int functions) {
        return new SimulatedNetwork(new NetworkSettings(LINK, 1, null), functions, buckets, timing);
    }

    private Shaper trial(String sandboxId) {
        SimulatedNetwork network = network(1);
        network.sandboxKnown(0, sandboxId);
        return network.uplink(0);
    }

    /** The number of bytes that pass without waiting. */
    private long burst(Shaper shaper) throws InterruptedException {
        long before = timing.nanoTime();
        long bytes = 0;
        for (shaper.pass(10_000, 0); timing.nanoTime() == before; shaper.pass(10_000, 0)) {
            bytes += 10_000;
        }
        return bytes;
    }
}
