package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.MetricValues;

/** The medians over the intervals of a test of what {@link TcpInfo} reports. */
final class TcpMedians {
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
