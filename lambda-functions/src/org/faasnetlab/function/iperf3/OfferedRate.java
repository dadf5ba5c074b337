package org.faasnetlab.function.iperf3;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.task.UdpTask;

/**
 * How much a client has sent up to each time of its test. The intervals of the two ends have different bounds; within an
 * interval of the client, the rate counts as constant.
 */
final class OfferedRate {
    /** All bytes that were sent by the end of an interval, in microseconds of the test. */
    private final TreeMap<Long, Long> sentUntil = new TreeMap<>(Map.of(0L, 0L));

    private long untilMicros;

    /** Events come in the order of time; one that ends no later than the one before is ignored. */
    void add(Iperf3Event.Offered event) {
        if (event.endMicros() > sentUntil.lastKey()) {
            sentUntil.put(event.endMicros(), sentUntil.lastEntry().getValue() + event.bytes());
        }
    }

    boolean isKnown() {
        return sentUntil.size() > 1;
    }

    /** The mean rate from the end of the last such period, or the start of the test, to this time; empty if unknown. */
    MetricValues until(long endMicros) {
        if (!isKnown() || endMicros <= untilMicros) {
            return MetricValues.NONE;
        }
        double bytes = sentBy(endMicros) - sentBy(untilMicros);
        long duration = endMicros - untilMicros;
        untilMicros = endMicros;
        return of(bytes, duration);
    }

    /** Empty without a duration. */
    static MetricValues of(double bytes, long durationMicros) {
        return durationMicros <= 0
                ? MetricValues.NONE
                : MetricValues.of(UdpTask.OFFERED_RATE, bytes * 8e6 / durationMicros);
    }

    private double sentBy(long micros) {
        Map.Entry<Long, Long> before = sentUntil.floorEntry(micros);
        Map.Entry<Long, Long> after = sentUntil.higherEntry(micros);
        if (after == null) {
            return before.getValue();
        }
        double share = (micros - before.getKey()) / (double) (after.getKey() - before.getKey());
        return before.getValue() + share * (after.getValue() - before.getValue());
    }
}
