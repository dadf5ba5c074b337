package org.faasnetlab.analysis;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.faasnetlab.analysis.Cells.Cell;
import org.faasnetlab.export.chart.ChartData;
import org.faasnetlab.export.chart.ChartHead;
import org.faasnetlab.export.chart.DistributionData;
import org.faasnetlab.export.chart.FactorData;
import org.faasnetlab.export.chart.GanttData;
import org.faasnetlab.export.chart.ResponseData;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/** Makes runs into what their charts show. */
public final class RunCharts {
    private static final int JOBS = 1000;

    private final TrialWords words;
    private final TrialTimeline timeline;
    private final CostModel cost;
    private final Overlays overlays;

    /** @param zone of the dates that are shown */
    public RunCharts(ZoneId zone, CostModel cost, PublishedResults published) {
        words = new TrialWords(zone);
        timeline = new TrialTimeline(zone);
        this.cost = cost;
        overlays = new Overlays(published);
    }

    public static RunCharts withPublishedData(ZoneId zone) {
        return new RunCharts(zone, new CostModel(Prices.load()), PublishedResults.load());
    }

    /**
     * A chart of a whole run.
     *
     * @param published whether published results are drawn over it where the axes fit
     * @throws IllegalArgumentException if the kind is of one trial
     */
    public ChartData of(ChartKind kind, ChartSource source, boolean published) {
        return switch (kind) {
            case DISTRIBUTION -> distribution(source, published);
            case BY_FACTOR -> byFactor(source, FactorData.Style.LINES, published);
            case BY_FACTOR_BARS -> byFactor(source, FactorData.Style.BARS, published);
            case RESPONSE -> response(source, published);
            case TIMELINE, GANTT -> throw new IllegalArgumentException(kind + " is a chart of one trial");
        };
    }

    /** A chart of one trial of a run, or of the whole run if the kind is such. */
    public ChartData of(ChartKind kind, RunData run, TrialRow trial, boolean published) {
        if (!kind.ofTrial()) {
            return of(kind, ChartSource.of(run), published);
        }
        List<FunctionInterval> intervals = run.intervals().stream()
                .filter(one -> one.trial() == trial.index())
                .toList();
        if (kind == ChartKind.GANTT) {
            return gantt(run.run(), run.trials().size(), trial, run.functions(), intervals);
        }
        TimelineData data = timeline.of(run.run(), run.trials().size(), trial, run.functions(), intervals)
                .picking(Set.of());
        return published ? withPublished(data, trial) : data;
    }

    /**
     * Bandwidth over time of one trial, with the lines of all its functions.
     *
     * @param trials how many the run has
     * @param functions of the trial, and perhaps of others
     * @param intervals of the trial alone
     */
    public TimelineData timeline(
            RunRow run, int trials, TrialRow trial, List<FunctionRow> functions, List<FunctionInterval> intervals) {
        return timeline.of(run, trials, trial, functions, intervals);
    }

    /** The timeline with what others measured of one function. */
    public TimelineData withPublished(TimelineData data, TrialRow trial) {
        return data.with(overlays.overTime(trial, data.endSecond()));
    }

    /** When each function of a trial transferred; the parameters are those of {@link #timeline}. */
    public GanttData gantt(
            RunRow run, int trials, TrialRow trial, List<FunctionRow> functions, List<FunctionInterval> intervals) {
        List<FunctionRow> own =
                functions.stream().filter(one -> one.trial() == trial.index()).toList();
        return Schedule.of(words.ofTrial(run, trial, trials, own), trial, own, intervals);
    }

    private ChartData distribution(ChartSource source, boolean published) {
        List<DistributionData.Group> groups = new ArrayList<>();
        for (Cell cell : new Cells(source.trials(), source.functions()).all()) {
            double[] values = cell.bandwidths();
            if (values.length > 0) {
                groups.add(Distributions.group(cell.name(), values));
            }
        }
        return new DistributionData(
                head(source, "bandwidth of each function over its own transfer"),
                groups,
                published ? overlays.overShares(trials(source)) : List.of());
    }

    private ChartData byFactor(ChartSource source, FactorData.Style style, boolean published) {
        Cells cells = new Cells(source.trials(), source.functions());
        List<FactorData.Line> lines = new ArrayList<>();
        cells.byLine().forEach((name, own) -> lines.add(new FactorData.Line(name, points(own, RunCharts::bandwidth))));
        return new FactorData(
                head(source, "bandwidth by " + cells.factor().label()),
                style,
                cells.factor().label(),
                lines,
                published
                        ? overlays.byFactor(cells.factor(), trials(source), style == FactorData.Style.BARS)
                        : List.of());
    }

    private static List<FactorData.Point> bandwidth(Cell cell) {
        double[] values = cell.bandwidths();
        if (values.length == 0) {
            return List.of();
        }
        SampleStatistics sample = SampleStatistics.of(values);
        SampleStatistics.Range interval = sample.medianInterval();
        double[] totals = cell.trials().stream()
                .map(TrialSummary::aggregate)
                .filter(one -> one != null)
                .mapToDouble(one -> one.bitsPerSecond())
                .toArray();
        return List.of(new FactorData.Point(
                cell.x(),
                sample.n(),
                sample.median(),
                interval == null ? Double.NaN : interval.low(),
                interval == null ? Double.NaN : interval.high(),
                totals.length == 0 ? Double.NaN : Quantiles.of(totals, 0.5)));
    }

    private ChartData response(ChartSource source, boolean published) {
        Cells cells = new Cells(source.trials(), source.functions());
        List<ResponseData.Line> lines = new ArrayList<>();
        cells.byLine().forEach((name, own) -> lines.add(new ResponseData.Line(name, points(own, this::job))));
        Prices prices = cost.prices();
        String what = "Lambda list prices of " + prices.region() + " (x86), read " + prices.read();
        return new ResponseData(
                head(source, what),
                cells.factor().label(),
                lines,
                published ? overlays.response(cells.factor(), trials(source)) : List.of());
    }

    private List<ResponseData.Point> job(Cell cell) {
        List<Double> seconds = new ArrayList<>();
        List<Double> dollars = new ArrayList<>();
        for (TrialSummary one : cell.trials()) {
            JobTimes.of(cell.functions().stream()
                            .filter(function -> function.trial() == one.trial().index())
                            .toList())
                    .ifPresent(times -> {
                        seconds.add(times.response().toNanos() / 1e9);
                        dollars.add(JOBS
                                * cost.usd(one.trial().memoryMb(), CostModel.Architecture.X86, times.functionTimes()));
                    });
        }
        return seconds.isEmpty()
                ? List.of()
                : List.of(new ResponseData.Point(cell.x(), seconds.size(), median(seconds), median(dollars)));
    }

    private static double median(List<Double> values) {
        return Quantiles.of(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    private static <T> List<T> points(List<Cell> cells, Function<Cell, List<T>> point) {
        return cells.stream().flatMap(cell -> point.apply(cell).stream()).toList();
    }

    private ChartHead head(ChartSource source, String what) {
        return words.ofRun(source.run(), source.functions(), what);
    }

    private static List<TrialRow> trials(ChartSource source) {
        return source.trials().stream().map(TrialSummary::trial).toList();
    }
}
