package org.faasnetlab.function.iperf3;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/**
 * What iperf3 reports about datagrams, under the names of the application's UdpMetrics, which this code cannot import.
 *
 * @param datagrams that were sent, as far as the counting end knows: a receiver knows of those up to the last that arrived
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
            putLost(values, (double) datagrams, (double) Math.max(0, lost));
            values.put("udp_jitter_us", jitterMillis * 1e3);
        }
        return MetricValues.of(values);
    }

    private static void putLost(Map<String, Double> values, double sent, double lost) {
        values.put("udp_lost", lost);
        values.put("udp_loss", sent == 0 ? 0 : Math.min(1, lost / sent));
    }

    /**
     * The receiver's counts of a whole test, with what was dropped after the last datagram that arrived. The receiver stops before the
     * queues on the way are empty, so that only as many as are sent in a second count as lost: like a latency probe, a datagram that takes
     * longer is lost.
     *
     * @param sent the sender's own count; null if it is unknown
     * @param sentMicros in which it has sent them
     */
    static MetricValues withSent(MetricValues received, @Nullable Double sent, long sentMicros) {
        Double known = received.get("udp_datagrams");
        Double lost = received.get("udp_lost");
        if (sent == null || known == null || lost == null || sentMicros <= 0) {
            return received;
        }
        double ofSecond = sent * 1e6 / sentMicros;
        boolean nothingArrived = known - lost <= 0;
        if (sent <= known || !(nothingArrived || sent - known >= ofSecond)) {
            return received;
        }
        Map<String, Double> values = new TreeMap<>();
        values.put("udp_datagrams", sent);
        putLost(values, sent, lost + sent - known);
        return received.plus(MetricValues.of(values));
    }

    /** @param intervals for which the other end has counted what it received */
    static MetricValues receiverIntervals(int intervals) {
        return MetricValues.of("udp_receiver_intervals", intervals);
    }

    static MetricValues reordered(long datagrams) {
        return MetricValues.of("udp_reordered", (double) datagrams);
    }
}
