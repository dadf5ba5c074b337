package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/**
 * What TCP knows about the streams of a sending client at the end of an interval: times are means over the streams, windows
 * are their sums, the path MTU is the smallest.
 */
final class TcpInfo {
    /**
     * One stream.
     *
     * @param rttMicros smoothed round-trip time
     * @param rttVariationMicros its mean deviation, or null if unknown
     * @param congestionWindow in bytes
     * @param sendWindow window that the receiver advertises in bytes, or null if unknown
     * @param pathMtu in bytes, or null if unknown
     */
    record Stream(
            long rttMicros,
            @Nullable Long rttVariationMicros,
            long congestionWindow,
            @Nullable Long sendWindow,
            @Nullable Long pathMtu) {}

    private final List<Stream> streams = new ArrayList<>();

    void add(Stream stream) {
        streams.add(stream);
    }

    /** The values of the streams since the last call. */
    MetricValues take() {
        if (streams.isEmpty()) {
            return MetricValues.NONE;
        }
        Map<String, Double> values = new TreeMap<>();
        values.put(
                "tcp_rtt_us",
                streams.stream().mapToLong(Stream::rttMicros).average().orElseThrow());
        values.put("tcp_cwnd", (double)
                streams.stream().mapToLong(Stream::congestionWindow).sum());
        List<Long> variations = known(Stream::rttVariationMicros);
        if (!variations.isEmpty()) {
            values.put(
                    "tcp_rttvar_us",
                    variations.stream().mapToLong(number -> number).average().orElseThrow());
        }
        List<Long> windows = known(Stream::sendWindow);
        if (!windows.isEmpty()) {
            values.put("tcp_snd_wnd", (double)
                    windows.stream().mapToLong(number -> number).sum());
        }
        List<Long> mtus = known(Stream::pathMtu);
        if (!mtus.isEmpty()) {
            values.put("tcp_pmtu", (double)
                    mtus.stream().mapToLong(number -> number).min().orElseThrow());
        }
        streams.clear();
        return MetricValues.of(values);
    }

    private List<Long> known(Function<Stream, @Nullable Long> value) {
        List<Long> known = new ArrayList<>();
        for (Stream stream : streams) {
            Long number = value.apply(stream);
            if (number != null) {
                known.add(number);
            }
        }
        return known;
    }

    /** The medians over the intervals of a test. */
    static final class Medians {
        private final Map<String, List<Double>> intervals = new TreeMap<>();

        /** @param interval the values of an interval; other metrics than those of TCP are ignored */
        void add(MetricValues interval) {
            for (String name : interval.names()) {
                Double value = interval.get(name);
                if (name.startsWith("tcp_") && value != null) {
                    intervals.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
                }
            }
        }

        /** Empty if no interval had a value. */
        MetricValues values() {
            Map<String, Double> medians = new TreeMap<>();
            intervals.forEach((name, values) -> {
                List<Double> sorted = values.stream().sorted().toList();
                medians.put(name, (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2);
            });
            return medians.isEmpty() ? MetricValues.NONE : MetricValues.of(medians);
        }
    }
}
