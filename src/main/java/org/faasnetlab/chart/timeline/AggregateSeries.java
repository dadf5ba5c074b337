package org.faasnetlab.chart.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.StoredInterval;
import org.jspecify.annotations.Nullable;

/**
 * The bandwidth of all functions of a trial together over time, in bins of equal width without gaps. An interval that
 * lies in several bins counts in each for the part of its time that lies inside.
 *
 * @param binMicros width of a bin in microseconds
 */
public record AggregateSeries(long binMicros, List<Point> points) {

    /** Width of a bin where nothing else is asked for: 100 ms, as short as an interval can be. */
    public static final long BIN_MICROS = 100_000;

    /**
     * One bin.
     *
     * @param startMicros its start in microseconds after T0
     * @param bandwidth what all functions moved in it, over its whole width
     * @param functions how many functions measured in it
     * @param coverage how much of the bin these functions measured, on average, 0 to 1; less than 1 in the bins in
     *     which functions start or end
     */
    public record Point(long startMicros, Bandwidth bandwidth, int functions, double coverage) {}

    public AggregateSeries {
        points = List.copyOf(points);
    }

    /** @param intervals of one trial */
    public static AggregateSeries of(List<StoredInterval> intervals, long binMicros) {
        return sum(binsByFunction(intervals, binMicros).values(), binMicros);
    }

    static Map<Integer, IntervalBins> binsByFunction(List<StoredInterval> intervals, long binMicros) {
        Map<Integer, List<Interval>> byFunction = intervals.stream()
                .collect(Collectors.groupingBy(
                        StoredInterval::functionIndex,
                        TreeMap::new,
                        Collectors.mapping(StoredInterval::interval, Collectors.toList())));
        Map<Integer, IntervalBins> bins = new TreeMap<>();
        byFunction.forEach((functionIndex, own) -> bins.put(functionIndex, new IntervalBins(own, binMicros)));
        return bins;
    }

    static AggregateSeries sum(Collection<IntervalBins> functions, long binMicros) {
        long first = functions.stream().mapToLong(IntervalBins::first).min().orElse(0);
        long end = functions.stream().mapToLong(IntervalBins::end).max().orElse(0);
        List<Point> points = new ArrayList<>();
        for (long bin = first; bin < end; bin++) {
            double bytes = 0;
            double covered = 0;
            int contributing = 0;
            for (IntervalBins function : functions) {
                bytes += function.bytes(bin);
                covered += Math.min(binMicros, function.coveredMicros(bin));
                contributing += function.covers(bin) ? 1 : 0;
            }
            points.add(new Point(
                    bin * binMicros,
                    new Bandwidth(bytes * 8e6 / binMicros),
                    contributing,
                    contributing == 0 ? 0 : covered / binMicros / contributing));
        }
        return new AggregateSeries(binMicros, points);
    }

    /** The highest bin, or null if there is none. */
    public @Nullable Bandwidth peak() {
        return points.stream().map(Point::bandwidth).max(Bandwidth::compareTo).orElse(null);
    }
}
