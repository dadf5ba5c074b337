package org.faasnetlab.measure;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What one function moved in one short stretch of time, by the function's own clock.
 *
 * @param offsetMicros start of the stretch in microseconds after T0; negative if it began before T0
 * @param durationMicros its length in microseconds, more than 0
 * @param bytes payload bytes moved, at least 0
 * @param retransmits TCP segments sent again in the stretch, or null where the function cannot know
 * @param metrics further metrics that the workload reports for the stretch
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

    /** End of the stretch in microseconds after T0. */
    public long endMicros() {
        return offsetMicros + durationMicros;
    }

    /** The value of any metric that the interval has, {@code bit_per_s} and {@code retransmits} among them, or null. */
    public @Nullable Double value(String metric) {
        return switch (metric) {
            case "bit_per_s" -> (Double) bandwidth().bitsPerSecond();
            case "retransmits" -> retransmits == null ? null : (Double) retransmits.doubleValue();
            default -> metrics.get(metric);
        };
    }

    /** The interval with the metrics of some names only. */
    public Interval withMetricsOf(Collection<String> names) {
        return names.containsAll(metrics.names())
                ? this
                : new Interval(offsetMicros, durationMicros, bytes, retransmits, metrics.only(names));
    }

    public Bandwidth bandwidth() {
        return new Bandwidth(bytes * 8e6 / durationMicros);
    }
}
