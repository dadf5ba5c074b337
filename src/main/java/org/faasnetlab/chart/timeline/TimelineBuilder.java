package org.faasnetlab.chart.timeline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.HeadingFormatter;
import org.faasnetlab.chart.data.KnownLimits;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.jspecify.annotations.Nullable;

/** Makes a trial that has ended into what a timeline chart shows. */
public final class TimelineBuilder {
    /** About as many points as a large screen has for a chart. */
    private static final int MAX_BINS = 2400;

    private static final int STRETCHES = 1000;

    /** Intervals that are read and drawn in a fraction of a second. */
    private static final int MAX_READ = 200_000;

    private static final long SECOND_MICROS = 1_000_000;
    /** Shorter trials have too few whole seconds to draw a line through. */
    private static final double MIN_SECONDS_FOR_MEANS = 3;

    /** As much of a second as a transfer that starts right after T0 leaves. */
    private static final double WHOLE = 0.95;

    private final HeadingFormatter headings;

    /** Some functions together, as measured and as means over a second. */
    private record Aggregates(Curve measured, Curve mean) {}

    /** Adds up the functions that a predicate selects. */
    private interface Aggregation<E extends Exception> {
        Aggregates of(IntPredicate functionIndexes) throws E;
    }

    /** @param zone of the dates that are shown */
    public TimelineBuilder(ZoneId zone) {
        headings = new HeadingFormatter(zone);
    }

    /** Reads a trial; one with more intervals than a screen could tell apart is drawn from sums over them. */
    public TimelineData read(RunReader store, TrialChartSource source) throws StoreException {
        TrialRow trial = source.trial();
        TimelineData curves = store.sums().count(trial.runId(), trial.index()) > MAX_READ
                ? summed(store.sums(), source)
                : of(source, store.intervals(trial.runId(), trial.index()));
        List<EvidenceRow> evidence = store.evidence(trial.runId());
        TimelineData bandwidth = (trial.workload().type().transfers() ? curves : curves.withoutBandwidth())
                .withHeading(headings.ofTrial(source, evidence))
                .withReferences(KnownLimits.of(trial.cell(), EvidenceRow.of(trial.index(), evidence)));
        Optional<Metric> transport = MetricCurve.transportOf(trial.workload());
        TimelineData withTransport = transport.isEmpty()
                ? bandwidth
                : bandwidth.withTransport(new MetricCurve(
                        transport.get(), read(store, source, transport.get()).curve()));
        return trial.workload().probeMs() == null
                ? withTransport
                : withTransport.withLatency(
                        read(store, source, ProbeMetrics.RTT).curve());
    }

    /** Reads one metric of a trial's intervals, from sums over them. */
    public MetricTimelineData read(RunReader store, TrialChartSource source, Metric metric) throws StoreException {
        TrialRow trial = source.trial();
        long end = store.sums().endMicros(trial.runId(), trial.index());
        long bin = TrialBins.binMicros(TrialBins.span(0, end), 1, MAX_BINS);
        return new MetricTimelineData(
                headings.ofTrial(source, store.evidence(trial.runId())),
                metric,
                end(source, end),
                curve(
                        store.sums().metricBins(trial.runId(), trial.index(), metric, bin),
                        metric,
                        bin,
                        trial.workload().intervalMs() * 1000L),
                nothing(trial, metric));
    }

    /**
     * The means of bins; where two intervals or more have none, there is a gap. The bounds of intervals are not exact, so that a single
     * bin may be without one.
     *
     * @param intervalMicros that was asked for, which may be longer than a bin
     */
    static Curve curve(List<IntervalSums.MetricBin> bins, Metric metric, long binMicros, long intervalMicros) {
        Curve.Builder curve = new Curve.Builder();
        long apart = 2 * Math.max(1, (intervalMicros + binMicros - 1) / binMicros);
        long before = Long.MAX_VALUE;
        for (IntervalSums.MetricBin each : bins) {
            if (before != Long.MAX_VALUE && each.number() - before > apart) {
                curve.add((before + 1) * binMicros / 1e6, Double.NaN);
            }
            before = each.number();
            curve.add((before + 0.5) * binMicros / 1e6, metric.unit().shown(each.value()));
        }
        return curve.build();
    }

    /** Why a metric has no value in a trial. */
    static Phrase nothing(TrialRow trial, Metric metric) {
        if (!TcpMetrics.ALL.contains(metric)) {
            return TimelineChart.NOTHING;
        }
        return trial.network().relayed()
                ? Phrase.of("No data: what TCP knows describes the way to the relay.")
                : trial.direction() == Direction.DOWNLOAD
                        ? Phrase.sentences(TimelineChart.NOTHING, TcpMetrics.ONLY_WHERE_SENT)
                        : TimelineChart.NOTHING;
    }

    /**
     * Builds the timeline of a trial in bins of its length.
     *
     * @param intervals of the trial
     */
    public TimelineData of(TrialChartSource source, List<StoredInterval> intervals) {
        Map<Integer, List<Interval>> byFunction = intervals.stream()
                .collect(Collectors.groupingBy(
                        StoredInterval::functionIndex,
                        TreeMap::new,
                        Collectors.mapping(StoredInterval::interval, Collectors.toList())));
        long end = intervals.stream()
                .mapToLong(stored -> stored.interval().endMicros())
                .max()
                .orElse(0);
        long start = intervals.stream()
                .mapToLong(stored -> stored.interval().offsetMicros())
                .min()
                .orElse(0);
        long span = TrialBins.span(start, end);
        long binMicros = TrialBins.binMicros(span, byFunction.size(), MAX_BINS);
        boolean withMeans = end(source, end) >= MIN_SECONDS_FOR_MEANS
                && TrialBins.binMicros(span, byFunction.size(), Integer.MAX_VALUE) <= SECOND_MICROS;
        CommonWindow window = CommonWindow.of(source.functions(), intervals).orElse(null);
        return data(
                source,
                end,
                curves(byFunction, binMicros),
                withMeans ? means(byFunction) : TrialCurves.EMPTY,
                window,
                directions(source.trial(), window, own -> {
                    Map<Integer, List<Interval>> ways = new TreeMap<>(byFunction);
                    ways.keySet().removeIf(functionIndex -> !own.test(functionIndex));
                    return new Aggregates(
                            aggregate(TrialBins.of(ways, binMicros)),
                            withMeans ? meanAggregate(TrialBins.of(ways, SECOND_MICROS)) : Curve.EMPTY);
                }));
    }

    /** From sums alone, which are means already. */
    TimelineData summed(IntervalSums sums, TrialChartSource source) throws StoreException {
        TrialRow trial = source.trial();
        long end = sums.endMicros(trial.runId(), trial.index());
        CommonWindow window = CommonWindow.read(sums, trial, source.functions()).orElse(null);
        SummedCurves curves = new SummedCurves(sums, trial);
        return data(
                source,
                end,
                curves.read(),
                TrialCurves.EMPTY,
                window,
                directions(trial, window, own -> new Aggregates(curves.ofFunctions(own), Curve.EMPTY)));
    }

    private TimelineData data(
            TrialChartSource source,
            long endMicros,
            TrialCurves curves,
            TrialCurves means,
            @Nullable CommonWindow window,
            List<DirectionCurves> directions) {
        return new TimelineData(
                headings.ofTrial(source),
                end(source, endMicros),
                source.trial().functions() > TimelineChart.MAX_LINES,
                curves,
                means,
                failed(source.functions()),
                window == null
                        ? null
                        : new TimelineData.CommonWindowMean(
                                window.startMicros() / 1e6, window.endMicros() / 1e6, window.aggregate()),
                directions,
                List.of());
    }

    /** Two in a trial in both directions, else none. */
    private static <E extends Exception> List<DirectionCurves> directions(
            TrialRow trial, @Nullable CommonWindow window, Aggregation<E> aggregation) throws E {
        List<DirectionCurves> directions = new ArrayList<>();
        if (trial.direction() != Direction.BOTH) {
            return directions;
        }
        for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
            IntPredicate ofDirection = functionIndex -> trial.directionOf(functionIndex) == direction;
            Aggregates aggregates = aggregation.of(ofDirection);
            directions.add(new DirectionCurves(
                    DirectionFormatter.text(direction),
                    aggregates.measured(),
                    aggregates.mean(),
                    window == null
                            ? null
                            : window.ofFunctions(ofDirection)
                                    .map(CommonWindow::aggregate)
                                    .orElse(null)));
        }
        return directions;
    }

    private static Set<Integer> failed(List<FunctionRow> functions) {
        return functions.stream()
                .filter(function -> function.failure() != null)
                .map(FunctionRow::functionIndex)
                .collect(Collectors.toSet());
    }

    private static double end(TrialChartSource source, long endMicros) {
        Integer planned = source.trial().workload().measuredSeconds();
        return Math.max(planned == null ? 1 : planned, endMicros / 1e6);
    }

    private static TrialCurves curves(Map<Integer, List<Interval>> byFunction, long binMicros) {
        TrialBins bins = TrialBins.of(byFunction, binMicros);
        List<TrialCurves.FunctionCurve> lines = byFunction.keySet().stream()
                .map(functionIndex -> new TrialCurves.FunctionCurve(
                        functionIndex, bins.rates(functionIndex).decimated(STRETCHES)))
                .toList();
        return new TrialCurves(aggregate(bins), bins.band(), lines, binMicros, binMicros);
    }

    private static TrialCurves means(Map<Integer, List<Interval>> byFunction) {
        TrialBins seconds = TrialBins.of(byFunction, SECOND_MICROS);
        List<TrialCurves.FunctionCurve> lines = new ArrayList<>();
        byFunction
                .keySet()
                .forEach(functionIndex ->
                        lines.add(new TrialCurves.FunctionCurve(functionIndex, seconds.steps(functionIndex))));
        return new TrialCurves(meanAggregate(seconds), BandCurves.NONE, lines);
    }

    /**
     * From the first second to the last of which a function measured the whole; seconds in which no function measured are a
     * gap. That fewer functions transfer at the end is no reason to leave seconds out. The mean of the first second is that
     * since the first start.
     */
    private static Curve meanAggregate(TrialBins seconds) {
        long[] measured = seconds.measured();
        int first = 0;
        int end = measured.length;
        while (first < end && seconds.mostCoveredMicros(measured[first]) < TrialBins.BIN_MICROS) {
            first++;
        }
        while (end > first && !seconds.isCoveredByAny(measured[end - 1], WHOLE)) {
            end--;
        }
        long[] drawn = Arrays.copyOfRange(measured, first, end);
        return seconds.steps(
                drawn,
                second -> seconds.bitsPerSecond(second)
                        * (second == drawn[0] ? (double) SECOND_MICROS / seconds.mostCoveredMicros(second) : 1),
                seconds::mostCoveredMicros);
    }

    /**
     * Leaves out bins of which the functions measured less than half: at the very end they look like a drop. Bins in which
     * no function measured are a gap.
     */
    private static Curve aggregate(TrialBins bins) {
        return bins.curve(
                bins.points().stream()
                        .filter(point -> point.coverage() >= 0.5)
                        .mapToLong(point -> Math.floorDiv(point.startMicros(), bins.binMicros()))
                        .toArray(),
                bins::bitsPerSecond);
    }
}
