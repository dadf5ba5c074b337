package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.stream.IntStream;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testing.local.FakeTiming;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedNetworkTest {
    private static final LinkProfile LINK = LinkProfile.parse("100Mbit");

    private static double secondsFor(long bytes, FakeTiming timing, Shaper... shapers) throws InterruptedException {
        long start = timing.nanoTime();
        for (long sent = 0; sent < bytes; sent += shapers[0].chunkBytes()) {
            for (Shaper shaper : shapers) {
                shaper.pass(shaper.chunkBytes(), 0);
            }
        }
        return (timing.nanoTime() - start) / 1e9;
    }

    @Test
    void functionsArePlacedOnHostsRoundRobin() {
        SimulatedNetwork network = new SimulatedNetwork(
                new NetworkSettings(LINK, 3, null), 7, new SandboxTokenBuckets(), FakeTiming.exact());
        assertThat(IntStream.range(0, 7).map(network::host)).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @Test
    void functionsOfOneHostShareItsLink() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        SimulatedNetwork network = new SimulatedNetwork(
                new NetworkSettings(LINK, 2, Bandwidth.ofMegabits(50)), 4, new SandboxTokenBuckets(), timing);
        // Functions 0 and 2 are on the same host: together they get its 50 Mbit/s.
        assertThat(secondsFor(3_125_000, timing, network.uplink(0), network.uplink(2)))
                .isCloseTo(1.0, withPercentage(2));
    }

    @Test
    void theTwoDirectionsAreIndependent() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        SimulatedNetwork network = new SimulatedNetwork(
                new NetworkSettings(LINK, 1, Bandwidth.ofMegabits(100)), 1, new SandboxTokenBuckets(), timing);
        Shaper up = network.uplink(0);
        Shaper down = network.downlink(0);
        assertThat(secondsFor(12_500_000, timing, up)).isCloseTo(1.0, withPercentage(2));
        // The downlink was idle while the uplink was busy, so it may catch up.
        long before = timing.nanoTime();
        down.pass(down.chunkBytes(), 0);
        assertThat(timing.nanoTime()).isEqualTo(before);
    }

    @Test
    void aHostLinkAloneLimitsTheRate() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        SimulatedNetwork network = new SimulatedNetwork(
                new NetworkSettings(LinkProfile.UNLIMITED, 1, Bandwidth.ofMegabits(200)),
                1,
                new SandboxTokenBuckets(),
                timing);
        assertThat(secondsFor(25_000_000, timing, network.downlink(0))).isCloseTo(1.0, withPercentage(2));
    }

    @Test
    void aBurstWithoutAPeakPassesImmediately() throws InterruptedException {
        FakeTiming timing = FakeTiming.exact();
        LinkProfile link = new LinkProfile(Bandwidth.ofMegabits(100), new DataSize(10_000_000), null);
        Shaper uplink = new SimulatedNetwork(new NetworkSettings(link, 1, null), 1, new SandboxTokenBuckets(), timing)
                .uplink(0);
        assertThat(secondsFor(10_000_000, timing, uplink)).isZero();
        assertThat(secondsFor(12_500_000, timing, uplink)).isCloseTo(1.0, withPercentage(2));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1448", "1, 2500", "10, 16384", "100, 25000", "625, 156250", "5000, 262144"})
    void aChunkIsAboutTwoMilliseconds(double megabits, int bytes) {
        assertThat(SimulatedNetwork.chunkBytes(Bandwidth.ofMegabits(megabits))).isEqualTo(bytes);
    }

    @Test
    void chunksShrinkWhereManyFunctionsShareAHost() {
        SimulatedNetwork network = new SimulatedNetwork(
                new NetworkSettings(LinkProfile.parse("600Mbit"), 1, Bandwidth.ofMegabits(1600)),
                16,
                new SandboxTokenBuckets(),
                FakeTiming.exact());
        assertThat(network.uplink(0).chunkBytes()).isEqualTo(25_000);
    }
}
