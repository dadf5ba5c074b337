package org.faasnetlab.measure;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that one function transferred in a short period of time, by the function's clock.
 *
 * @param offsetMicros start of the interval in microseconds after T0; negative if before T0
 * @param durationMicros its length in microseconds, more than 0
 * @param bytes payload bytes transferred, at least 0
 * @param retransmits retransmitted TCP segments, or null if unknown
 * @param metrics further metrics that the workload reports for the interval
 */
public record Interval(
        long offsetMicros,
        long durationMicros,
        long bytes,
        @Nullable Long retransmits,
        MetricValues metrics) {

    /** An interval of a workload without further metrics. */
    public Interval(long offsetMicros, long durationMicros, long bytes, @Nullable Long retransmits) {
        this(offsetMicros, durationMicros, bytes, retransmits, MetricValues.NONE);
    }

    public Interval {
        if (durationMicros <= 0) {
            throw new IllegalArgumentException("the duration of an interval must be above 0 us, not " + durationMicros);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("the bytes of an interval must be non-negative, not " + bytes);
        }
    }

    /** End of the interval in microseconds after T0. */
    public long endMicros() {
        return offsetMicros + durationMicros;
    }

    /** The value of a metric, including {@code bit_per_s} and {@code retransmits}, or null if unknown. */
    public @Nullable Double value(String metric) {
        return switch (metric) {
            case "bit_per_s" -> (Double) bandwidth().bitsPerSecond();
            case "retransmits" -> retransmits == null ? null : (Double) retransmits.doubleValue();
            default -> metrics.get(metric);
        };
    }

    /** A copy that contains only the given metrics. */
    public Interval withMetricsOf(Collection<String> names) {
        return names.containsAll(metrics.names())
                ? this
                : new Interval(offsetMicros, durationMicros, bytes, retransmits, metrics.only(names));
    }

    public Bandwidth bandwidth() {
        return new Bandwidth(bytes * 8e6 / durationMicros);
    }
}
