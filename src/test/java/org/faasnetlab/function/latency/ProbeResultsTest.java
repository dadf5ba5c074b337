package org.faasnetlab.function.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.junit.jupiter.api.Test;

class ProbeResultsTest {
    private static final long MS = 1_000_000;

    /** The server's clock is 5 s ahead, and gains 20 us in each second. */
    private static final long AHEAD = 5_000 * MS;

    private static final Offset<Double> WITHIN_CLASS = within(45.0);

    private final List<ProbeLog.Probe> idle = new ArrayList<>();
    private final List<ProbeLog.Probe> loaded = new ArrayList<>();
    private final List<ProbeLog.Probe> after = new ArrayList<>();

    @Test
    void delaysOfBothDirectionsAreFoundWithoutSynchronisedClocks() {
        idle.add(probe(0, 1, 1));
        idle.add(probe(20, 1, 4));
        loaded.add(probe(10_000, 9, 1));
        loaded.add(probe(10_020, 9, 1));
        loaded.add(probe(10_040, 9, 1));
        after.add(probe(20_000, 1, 1));

        MetricValues metrics = metrics(0, 1448);

        assertThat(metrics.get("delay_up_p50_us")).isCloseTo(9_000, WITHIN_CLASS);
        assertThat(metrics.get("delay_down_p50_us")).isCloseTo(1_000, WITHIN_CLASS);
    }

    @Test
    void percentilesInflationAndBufferDelayAreThoseOfTheRoundTrips() {
        for (int i = 0; i < 100; i++) {
            idle.add(probe(20L * i, 1, 1));
            loaded.add(probe(10_000 + 20L * i, i < 98 ? 9 : 99, 1));
        }

        MetricValues metrics = metrics(0, 1448);

        assertThat(metrics.get("idle_rtt_p50_us")).isCloseTo(2_000, WITHIN_CLASS);
        assertThat(metrics.get("loaded_rtt_p50_us")).isCloseTo(10_000, WITHIN_CLASS);
        assertThat(metrics.get("loaded_rtt_p95_us")).isCloseTo(10_000, WITHIN_CLASS);
        assertThat(metrics.get("loaded_rtt_p99_us")).isCloseTo(100_000, within(400.0));
        assertThat(metrics.get("rtt_inflation_us")).isCloseTo(8_000, WITHIN_CLASS);
        // The mean of 98 times 10 ms and 2 times 100 ms is 11.8 ms; (11.8 - 2) / 2.
        assertThat(metrics.get("buffer_delay")).isCloseTo(4.9, within(0.03));
        // The largest 5 % do not count: 60,000 ms / 10 ms.
        assertThat(metrics.get("round_trips_per_minute")).isCloseTo(6_000, within(24.0));
    }

    @Test
    void withoutATransferAllProbesAreIdle() {
        idle.add(probe(0, 1, 1));
        loaded.add(probe(10_000, 3, 1));
        loaded.add(probe(10_020, 3, 1));
        after.add(probe(20_000, 1, 1));

        MetricValues metrics = new ProbeResults(idle, loaded, after)
                .metrics(new FunctionRecord.Finished(0, 0, 0, 1_000_000, null, null, null, null));

        assertThat(metrics.get("idle_rtt_p50_us")).isCloseTo(4_000, WITHIN_CLASS);
        assertThat(metrics.get("probes_sent")).isEqualTo(2);
        assertThat(metrics.get("jitter_up_us")).isNotNull();
        assertThat(metrics.names())
                .noneMatch(name -> name.startsWith("loaded_") || name.startsWith("after_"))
                .doesNotContain("rtt_inflation_us", "buffer_delay", "round_trips_per_minute");
    }

    @Test
    void jitterFollowsRfc3550() {
        // Transit times to the server alternate by 16 ms: 1 ms after the first pair, 1 + 15 / 16 after the second.
        loaded.add(probe(0, 1, 1));
        loaded.add(probe(20, 17, 1));
        loaded.add(probe(40, 1, 1));

        MetricValues metrics = metrics(0, 1448);

        assertThat(metrics.get("jitter_up_us")).isCloseTo((1_000 + 1_937.5) / 2, within(1.0));
        assertThat(metrics.get("jitter_down_us")).isCloseTo(0, within(1.0));
    }

    @Test
    void lostAndLateProbesAreCounted() {
        loaded.add(probe(0, 1, 1));
        loaded.add(new ProbeLog.Probe(20 * MS, Long.MIN_VALUE, 0));
        loaded.add(probe(40, 1_001, 1));
        loaded.add(probe(60, 1, 1));

        MetricValues metrics = metrics(0, 1448);

        assertThat(metrics.get("probes_sent")).isEqualTo(4);
        assertThat(metrics.get("probes_lost")).isEqualTo(1);
        assertThat(metrics.get("probes_late")).isEqualTo(1);
        assertThat(metrics.get("probe_loss")).isEqualTo(0.25);
    }

    @Test
    void efficiencyIsTheShareOfBytesThatWereNotRetransmitted() {
        loaded.add(probe(0, 1, 1));

        assertThat(metrics(100, 1000).get("tcp_efficiency")).isEqualTo(0.9);
        assertThat(metrics(0, 1000).get("tcp_efficiency")).isEqualTo(1);
        assertThat(metrics(100, null).get("tcp_efficiency")).isNull();
        assertThat(metrics(null, 1000).get("tcp_efficiency")).isNull();
    }

    @Test
    void withoutAnswersThereAreNoTimes() {
        loaded.add(new ProbeLog.Probe(0, Long.MIN_VALUE, 0));

        assertThat(metrics(0, 1448).names())
                .containsExactly("probe_loss", "probes_late", "probes_lost", "probes_sent", "tcp_efficiency");
    }

    private MetricValues metrics(Integer retransmits, Integer mss) {
        return new ProbeResults(idle, loaded, after)
                .metrics(new FunctionRecord.Finished(
                        900_000,
                        900_000,
                        0,
                        10_000_000,
                        retransmits == null ? null : Long.valueOf(retransmits),
                        mss,
                        null,
                        null));
    }

    private static ProbeLog.Probe probe(long sentMs, long upMs, long downMs) {
        long sent = sentMs * MS;
        long arrived = sent + upMs * MS;
        return new ProbeLog.Probe(sent, (upMs + downMs) * MS, arrived + AHEAD + arrived / 50_000);
    }
}
