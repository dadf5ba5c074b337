package org.faasnetlab.testing.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.faasnetlab.analysis.stats.MetricAggregation;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.workload.Metric;

/** The sums as a reader works them out, interval by interval, for comparison with those of the database. */
public final class InMemoryIntervalSums implements IntervalSums {

    /** Gives the intervals of a trial. */
    @FunctionalInterface
    public interface Source {
        List<StoredInterval> read(String runId, int trial);
    }

    private final Source source;

    public InMemoryIntervalSums(Source source) {
        this.source = source;
    }

    @Override
    public long count(String runId, int trial) {
        return source.read(runId, trial).size();
    }

    @Override
    public long endMicros(String runId, int trial) {
        return source.read(runId, trial).stream()
                .mapToLong(stored -> stored.interval().endMicros())
                .max()
                .orElse(0);
    }

    @Override
    public List<Extent> extents(String runId, int trial) {
        return merged(
                source.read(runId, trial),
                stored -> List.of(new Extent(
                        stored.functionIndex(),
                        stored.interval().offsetMicros(),
                        stored.interval().endMicros())),
                extent -> List.of((long) extent.functionIndex()),
                (one, other) -> new Extent(
                        one.functionIndex(),
                        Math.min(one.startMicros(), other.startMicros()),
                        Math.max(one.endMicros(), other.endMicros())));
    }

    @Override
    public List<FunctionBytes> byFunction(String runId, int trial, long startMicros, long endMicros) {
        return merged(
                source.read(runId, trial),
                stored -> List.of(new FunctionBytes(
                        stored.functionIndex(),
                        stored.interval().bytes(),
                        between(stored.interval(), stored.interval().offsetMicros(), startMicros),
                        between(stored.interval(), startMicros, endMicros))),
                bytes -> List.of((long) bytes.functionIndex()),
                (one, other) -> new FunctionBytes(
                        one.functionIndex(),
                        one.bytes() + other.bytes(),
                        one.before() + other.before(),
                        one.inside() + other.inside()));
    }

    @Override
    public List<Bin> bins(String runId, int trial, long binMicros) {
        return merged(
                source.read(runId, trial),
                stored -> pieces(stored.interval(), binMicros),
                bin -> List.of(bin.number()),
                (one, other) -> new Bin(
                        one.number(), one.bytes() + other.bytes(), one.coveredMicros() + other.coveredMicros()));
    }

    @Override
    public List<FunctionBin> functionBins(String runId, int trial, long binMicros) {
        return merged(
                source.read(runId, trial),
                stored -> pieces(stored.interval(), binMicros).stream()
                        .map(bin ->
                                new FunctionBin(stored.functionIndex(), bin.number(), bin.bytes(), bin.coveredMicros()))
                        .toList(),
                bin -> List.of((long) bin.functionIndex(), bin.number()),
                (one, other) -> new FunctionBin(
                        one.functionIndex(),
                        one.number(),
                        one.bytes() + other.bytes(),
                        one.coveredMicros() + other.coveredMicros()));
    }

    @Override
    public List<MetricBin> metricBins(String runId, int trial, Metric metric, long binMicros) {
        Map<Long, Map<Integer, List<Double>>> bins = new TreeMap<>();
        for (StoredInterval stored : source.read(runId, trial)) {
            Double value = stored.interval().value(metric.id());
            if (value != null) {
                long middle =
                        stored.interval().offsetMicros() + stored.interval().durationMicros() / 2;
                bins.computeIfAbsent(Math.floorDiv(middle, binMicros), number -> new TreeMap<>())
                        .computeIfAbsent(stored.functionIndex(), functionIndex -> new ArrayList<>())
                        .add(value);
            }
        }
        List<MetricBin> aggregated = new ArrayList<>();
        bins.forEach((number, functions) -> {
            List<Double> overTime = functions.values().stream()
                    .map(values -> aggregate(metric.overTime(), values))
                    .toList();
            aggregated.add(new MetricBin(number, aggregate(metric.overFunctions(), overTime)));
        });
        return aggregated;
    }

    private static double aggregate(Metric.Aggregation aggregation, List<Double> values) {
        return MetricAggregation.of(
                aggregation, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static <T> List<T> merged(
            List<StoredInterval> intervals,
            Function<StoredInterval, List<T>> parts,
            Function<T, List<Long>> key,
            BinaryOperator<T> plus) {
        Map<List<Long>, T> sums = new TreeMap<>((one, other) -> {
            int first = Long.compare(one.get(0), other.get(0));
            return first != 0 || one.size() == 1 ? first : Long.compare(one.get(1), other.get(1));
        });
        for (StoredInterval interval : intervals) {
            for (T part : parts.apply(interval)) {
                sums.merge(key.apply(part), part, plus);
            }
        }
        return sums.values().stream().toList();
    }

    private static List<Bin> pieces(Interval interval, long width) {
        List<Bin> pieces = new ArrayList<>();
        long from = interval.offsetMicros();
        long before = 0;
        while (from < interval.endMicros()) {
            long bin = Math.floorDiv(from, width);
            long to = Math.min(interval.endMicros(), (bin + 1) * width);
            long until = to == interval.endMicros()
                    ? interval.bytes()
                    : (long) Math.rint(
                            (double) interval.bytes() * (to - interval.offsetMicros()) / interval.durationMicros());
            pieces.add(new Bin(bin, until - before, to - from));
            before = until;
            from = to;
        }
        return pieces;
    }

    private static long between(Interval interval, long start, long end) {
        long from = Math.max(interval.offsetMicros(), start);
        long to = Math.max(from, Math.min(interval.endMicros(), end));
        return Math.round(interval.bytes() * ((to - from) / (double) interval.durationMicros()));
    }
}
