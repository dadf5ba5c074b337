package org.faasnetlab.function.iperf3;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/**
 * What iperf3 reports about datagrams, under the names of the application's UdpMetrics, which this code cannot import.
 *
 * @param datagrams that were sent
 * @param lost those that did not arrive, or null where only the sender is known
 * @param jitterMillis interarrival jitter, or null where only the sender is known
 */
record UdpCounts(
        long datagrams, @Nullable Long lost, @Nullable Double jitterMillis) {
    /** Datagrams that arrived; those that overtake others are subtracted from the lost ones of a later interval. */
    long arrived() {
        return lost == null ? datagrams : datagrams - lost;
    }

    MetricValues values() {
        Map<String, Double> values = new TreeMap<>();
        values.put("udp_datagrams", (double) datagrams);
        if (lost != null && jitterMillis != null) {
            // Datagrams that overtake others at the border of two intervals are subtracted from the later one.
            long missing = Math.max(0, lost);
            values.put("udp_lost", (double) missing);
            values.put("udp_loss", datagrams == 0 ? 0 : Math.min(1, missing / (double) datagrams));
            values.put("udp_jitter_us", jitterMillis * 1e3);
        }
        return MetricValues.of(values);
    }

    /** @param intervals for which the other end has counted what it received */
    static MetricValues receiverIntervals(int intervals) {
        return MetricValues.of("udp_receiver_intervals", intervals);
    }

    static MetricValues reordered(long datagrams) {
        return MetricValues.of("udp_reordered", datagrams);
    }
}
