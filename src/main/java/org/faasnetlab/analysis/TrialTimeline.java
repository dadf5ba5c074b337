package org.faasnetlab.analysis;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.export.chart.TimelineChart;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;

/** Makes a trial that has ended into what a timeline chart shows. */
public final class TrialTimeline {
    private final DateTimeFormatter date;

    /** @param zone of the dates that are shown */
    public TrialTimeline(ZoneId zone) {
        date = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
    }

    /** @param trial one of the run's trials */
    public TimelineData of(RunData run, TrialRow trial) {
        List<FunctionRow> functions = run.functions().stream()
                .filter(one -> one.trial() == trial.index())
                .toList();
        List<FunctionInterval> intervals = run.intervals().stream()
                .filter(one -> one.trial() == trial.index())
                .toList();
        Map<Integer, IntervalBins> bins = AggregateSeries.binsByWorker(intervals, AggregateSeries.BIN_MICROS);
        AggregateSeries aggregate = AggregateSeries.sum(bins.values(), AggregateSeries.BIN_MICROS);
        boolean asLines = trial.functions() <= TimelineChart.MOST_LINES;
        return new TimelineData(
                run.run().title(),
                subtitle(run, trial, functions),
                run.run().simulatedNetwork(),
                end(trial, intervals),
                asLines ? lines(functions, intervals) : List.of(),
                "median of " + bins.size() + " functions, shaded from the 5th to the 95th percentile",
                asLines ? List.of() : band(bins.values()),
                points(aggregate),
                CommonWindow.of(functions, intervals).map(TrialTimeline::window).orElse(null));
    }

    private String subtitle(RunData run, TrialRow trial, List<FunctionRow> functions) {
        long failed = functions.stream().filter(one -> one.failure() != null).count();
        List<String> words = new ArrayList<>();
        words.add(run.run().testbed());
        words.add(trial.functions()
                + (trial.functions() == 1 ? " function" : " functions")
                + (failed == 0 ? "" : ", " + failed + " failed"));
        words.add(trial.memoryMb() + " MB");
        words.add(trial.direction().word());
        if (!trial.link().equals("unlimited")) {
            words.add("link " + trial.link());
        }
        if (!trial.hostLink().equals("unlimited")) {
            words.add(trial.hosts() + (trial.hosts() == 1 ? " host of " : " hosts of ") + trial.hostLink());
        }
        if (run.trials().size() > 1) {
            words.add("trial " + (trial.index() + 1) + " of " + run.trials().size());
        }
        words.add(date.format(run.run().startedAt()));
        return String.join(" · ", words);
    }

    private static double end(TrialRow trial, List<FunctionInterval> intervals) {
        double planned = trial.seconds() == null ? 1 : trial.seconds();
        double measured = intervals.stream()
                .mapToDouble(one -> one.interval().endMicros() / 1e6)
                .max()
                .orElse(0);
        return Math.max(planned, measured);
    }

    private static List<TimelineData.Line> lines(List<FunctionRow> functions, List<FunctionInterval> intervals) {
        Set<Integer> failed = functions.stream()
                .filter(one -> one.failure() != null)
                .map(FunctionRow::worker)
                .collect(Collectors.toSet());
        Map<Integer, List<TimelineData.Point>> byWorker = intervals.stream()
                .collect(Collectors.groupingBy(
                        FunctionInterval::worker,
                        Collectors.mapping(
                                FunctionInterval::interval,
                                Collectors.collectingAndThen(Collectors.toList(), TrialTimeline::line))));
        return functions.stream()
                .map(FunctionRow::worker)
                .map(worker -> new TimelineData.Line(
                        "function " + worker + (failed.contains(worker) ? ", failed" : ""),
                        failed.contains(worker),
                        byWorker.getOrDefault(worker, List.of())))
                .toList();
    }

    private static List<TimelineData.Point> line(List<Interval> intervals) {
        return WholeIntervals.of(intervals).stream().map(TrialTimeline::point).toList();
    }

    private static TimelineData.Point point(Interval interval) {
        double middle = (interval.offsetMicros() + interval.durationMicros() / 2.0) / 1e6;
        return new TimelineData.Point(middle, interval.bandwidth().bitsPerSecond());
    }

    /** Quantiles over the functions that measured at least half of a bin. */
    private static List<TimelineData.BandPoint> band(Collection<IntervalBins> functions) {
        long first = functions.stream().mapToLong(IntervalBins::first).min().orElse(0);
        long end = functions.stream().mapToLong(IntervalBins::end).max().orElse(0);
        List<TimelineData.BandPoint> band = new ArrayList<>();
        for (long bin = first; bin < end; bin++) {
            long here = bin;
            double[] rates = functions.stream()
                    .filter(one -> one.coveredMicros(here) >= AggregateSeries.BIN_MICROS / 2)
                    .mapToDouble(one -> one.bytes(here) * 8e6 / one.coveredMicros(here))
                    .toArray();
            if (rates.length > 0) {
                band.add(new TimelineData.BandPoint(
                        middle(bin * AggregateSeries.BIN_MICROS),
                        Quantiles.of(rates, 0.05),
                        Quantiles.of(rates, 0.5),
                        Quantiles.of(rates, 0.95)));
            }
        }
        return band;
    }

    /** Leaves out bins of which the functions measured less than half: at the very end they look like a drop. */
    private static List<TimelineData.Point> points(AggregateSeries series) {
        return series.points().stream()
                .filter(point -> point.functions() == 0 || point.coverage() >= 0.5)
                .map(point -> new TimelineData.Point(
                        middle(point.startMicros()), point.bandwidth().bitsPerSecond()))
                .toList();
    }

    private static double middle(long binStartMicros) {
        return (binStartMicros + AggregateSeries.BIN_MICROS / 2.0) / 1e6;
    }

    private static TimelineData.Window window(CommonWindow window) {
        return new TimelineData.Window(window.startMicros() / 1e6, window.endMicros() / 1e6, window.aggregate());
    }
}
