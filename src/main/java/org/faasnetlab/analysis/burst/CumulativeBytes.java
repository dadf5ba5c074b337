package org.faasnetlab.analysis.burst;

import java.util.Comparator;
import java.util.List;
import org.faasnetlab.measure.Interval;

/**
 * Cumulative bytes of a transfer over time. Point 0 is its start; one point follows at the end of each interval.
 *
 * @param seconds since the start, increasing
 * @param bytes transferred until then
 */
record CumulativeBytes(double[] seconds, double[] bytes) {

    /** @param intervals of one function, at least one, in any order */
    static CumulativeBytes of(List<Interval> intervals) {
        List<Interval> sorted = intervals.stream()
                .sorted(Comparator.comparingLong(Interval::offsetMicros))
                .toList();
        double[] seconds = new double[sorted.size() + 1];
        double[] bytes = new double[sorted.size() + 1];
        long start = sorted.get(0).offsetMicros();
        for (int i = 0; i < sorted.size(); i++) {
            seconds[i + 1] = (sorted.get(i).endMicros() - start) / 1e6;
            bytes[i + 1] = bytes[i] + sorted.get(i).bytes();
        }
        return new CumulativeBytes(seconds, bytes);
    }

    /**
     * The sum of several transfers, each measured from its own start, up to the end of the shortest. The points are at
     * the times of the first transfer.
     */
    static CumulativeBytes sum(List<CumulativeBytes> transfers) {
        if (transfers.size() == 1) {
            return transfers.get(0);
        }
        double end =
                transfers.stream().mapToDouble(CumulativeBytes::duration).min().orElseThrow();
        CumulativeBytes first = transfers.get(0);
        int points = first.firstAtOrAfter(end) + 1;
        double[] seconds = new double[points];
        double[] bytes = new double[points];
        for (int i = 0; i < points; i++) {
            double here = Math.min(end, first.seconds[i]);
            seconds[i] = here;
            bytes[i] = transfers.stream()
                    .mapToDouble(transfer -> transfer.at(here))
                    .sum();
        }
        return new CumulativeBytes(seconds, bytes);
    }

    int points() {
        return seconds.length;
    }

    double duration() {
        return seconds[points() - 1];
    }

    /** Time in seconds of the last increase; 0 if there was none. */
    double lastGrowth() {
        int point = points() - 1;
        while (point > 0 && bytes[point] <= bytes[point - 1]) {
            point--;
        }
        return seconds[point];
    }

    /** Mean length of an interval in seconds. */
    double step() {
        return duration() / (points() - 1);
    }

    /** The first point at or after a time; the last point if there is none. */
    int firstAtOrAfter(double time) {
        int point = 0;
        while (point < points() - 1 && seconds[point] < time - 1e-9) {
            point++;
        }
        return point;
    }

    /** Bytes transferred until a time, interpolated linearly within an interval. */
    double at(double time) {
        int after = firstAtOrAfter(time);
        if (after == 0 || time >= seconds[after]) {
            return bytes[after];
        }
        double part = (time - seconds[after - 1]) / (seconds[after] - seconds[after - 1]);
        return bytes[after - 1] + part * (bytes[after] - bytes[after - 1]);
    }

    /** Mean rate between two times in bytes per second. */
    double rate(double from, double to) {
        return (at(to) - at(from)) / (to - from);
    }
}
