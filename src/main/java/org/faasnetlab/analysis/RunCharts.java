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
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
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

    /**
     * A chart of one trial.
     *
     * @param published whether published results are drawn over it where the axes fit
     * @throws IllegalArgumentException if the kind is of a whole run
     */
    public ChartData read(ChartKind kind, RunStore store, TrialSource source, boolean published) throws StoreException {
        return switch (kind) {
            case TIMELINE -> {
                TimelineData data = timeline(store, source).picking(Set.of());
                yield published ? withPublished(data, source.trial()) : data;
            }
            case GANTT -> gantt(store, source);
            case DISTRIBUTION, BY_FACTOR, BY_FACTOR_BARS, RESPONSE ->
                throw new IllegalArgumentException(kind + " is a chart of a whole run");
        };
    }

    /** Bandwidth over time of one trial, with the lines of all its functions. */
    public TimelineData timeline(RunStore store, TrialSource source) throws StoreException {
        return timeline.read(store, source);
    }

    /** The timeline with what others measured of one function. */
    public TimelineData withPublished(TimelineData data, TrialRow trial) {
        return data.with(overlays.overTime(trial, data.endSecond()));
    }

    /** When each function of a trial transferred. */
    public GanttData gantt(RunStore store, TrialSource source) throws StoreException {
        return Schedule.read(words.ofTrial(source), source, store.sums());
    }

    private ChartData distribution(ChartSource source, boolean published) {
        List<DistributionData.Group> groups = new ArrayList<>();
        for (Cell cell : Cells.ofDirections(source).all()) {
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
        Cells cells = Cells.ofDirections(source);
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
        double[] totals = cell.aggregates();
        return List.of(new FactorData.Point(
                cell.x(),
                sample.n(),
                sample.median(),
                interval == null ? Double.NaN : interval.low(),
                interval == null ? Double.NaN : interval.high(),
                totals.length == 0 ? Double.NaN : Quantiles.of(totals, 0.5)));
    }

    private ChartData response(ChartSource source, boolean published) {
        Cells cells = Cells.ofTrials(source);
        List<ResponseData.Line> lines = new ArrayList<>();
        Prices prices = cost.prices();
        BilledArchitecture billed = BilledArchitecture.of(source.run());
        String what =
                "Lambda list prices for " + billed.words() + " in " + prices.region() + ", retrieved " + prices.read();
        cells.byLine()
                .forEach((name, own) ->
                        lines.add(new ResponseData.Line(name, points(own, cell -> job(cell, billed.architecture())))));
        return new ResponseData(
                head(source, what),
                cells.factor().label(),
                lines,
                published ? overlays.response(cells.factor(), trials(source)) : List.of());
    }

    private List<ResponseData.Point> job(Cell cell, CostModel.Architecture architecture) {
        List<Double> seconds = new ArrayList<>();
        List<Double> dollars = new ArrayList<>();
        for (CellPart one : cell.parts()) {
            JobTimes.of(one.functions()).ifPresent(times -> {
                seconds.add(times.response().toNanos() / 1e9);
                dollars.add(JOBS * cost.usd(one.trial().memoryMb(), architecture, times.functionTimes()));
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
