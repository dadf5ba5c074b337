package org.faasnetlab.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.faasnetlab.analysis.cost.BilledArchitecture;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.JobTimes;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.HeadingFormatter;
import org.faasnetlab.chart.data.KnownLimits;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.Estimate;
import org.faasnetlab.chart.factor.FactorCells;
import org.faasnetlab.chart.factor.FactorCells.Cell;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.factor.FactorLimits;
import org.faasnetlab.chart.factor.FactorLine;
import org.faasnetlab.chart.factor.ResponseData;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.chart.gantt.GanttBuilder;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.timeline.TimelineBuilder;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.aws.pricing.PriceSource;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.workload.Architecture;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** Makes runs into what their charts show. */
public final class RunCharts {
    private static final int JOBS = 1000;

    private final HeadingFormatter headings;
    private final TimelineBuilder timeline;
    private final CostModel cost;
    private final OverlayCatalog overlays;

    /** @param zone of the dates that are shown */
    public RunCharts(ZoneId zone, CostModel cost, PublishedResults published) {
        headings = new HeadingFormatter(zone);
        timeline = new TimelineBuilder(zone);
        this.cost = cost;
        overlays = new OverlayCatalog(published);
    }

    public static RunCharts withPublishedData(ZoneId zone) {
        return new RunCharts(zone, new CostModel(PriceTable.bundled()), PublishedResults.load());
    }

    /**
     * A chart of a whole run.
     *
     * @param metric of functions; ignored by kinds that show no metric
     * @param published whether published results are drawn over it where the axes fit
     * @throws IllegalArgumentException if the kind is of one trial
     */
    public ChartData of(ChartKind kind, RunChartSource source, Metric metric, boolean published) {
        return of(kind, source, metric, published, null);
    }

    /**
     * A chart of a whole run.
     *
     * @param factor on the axis of charts by factor; null for the one that varies most
     */
    public ChartData of(
            ChartKind kind, RunChartSource source, Metric metric, boolean published, @Nullable TrialFactor factor) {
        return switch (kind) {
            case DISTRIBUTION -> distribution(source, metric, published);
            case BY_FACTOR ->
                byFactor(FactorCells.ofDirections(source, factor), source, FactorData.Style.LINES, metric, published);
            case BY_FACTOR_BARS ->
                byFactor(FactorCells.ofDirections(source, factor), source, FactorData.Style.BARS, metric, published);
            case RESPONSE -> response(FactorCells.ofTrials(source, factor), source, published);
            case TIMELINE, GANTT -> throw new IllegalArgumentException(kind + " is a chart of one trial");
        };
    }

    /**
     * A chart of one trial.
     *
     * @param metric of intervals; ignored by kinds that show no metric
     * @param published whether published results are drawn over it where the axes fit
     * @throws IllegalArgumentException if the kind is of a whole run
     */
    public ChartData read(ChartKind kind, RunReader store, TrialChartSource source, Metric metric, boolean published)
            throws StoreException {
        return switch (kind) {
            case TIMELINE -> {
                if (!metric.equals(Metrics.BANDWIDTH)) {
                    yield timeline.read(store, source, metric);
                }
                TimelineData data = timeline(store, source).withSelected(Set.of());
                yield published ? withPublished(data, source.trial().cell()) : data;
            }
            case GANTT -> gantt(store, source);
            case DISTRIBUTION, BY_FACTOR, BY_FACTOR_BARS, RESPONSE ->
                throw new IllegalArgumentException(kind + " is a chart of a whole run");
        };
    }

    /** Bandwidth over time of one trial, with the lines of all its functions. */
    public TimelineData timeline(RunReader store, TrialChartSource source) throws StoreException {
        return timeline.read(store, source);
    }

    /** The timeline with what others measured of one function. */
    public TimelineData withPublished(TimelineData data, org.faasnetlab.workload.Cell cell) {
        return data.withOverlays(overlays.overTime(cell, data.endSecond()));
    }

    /** When each function of a trial transferred. */
    public GanttData gantt(RunReader store, TrialChartSource source) throws StoreException {
        List<EvidenceRow> evidence = store.evidence(source.run().id());
        return GanttBuilder.read(headings.ofTrial(source, evidence), source, store.sums());
    }

    private ChartData distribution(RunChartSource source, Metric metric, boolean published) {
        boolean bandwidth = metric.equals(Metrics.BANDWIDTH);
        List<DistributionData.Group> groups = new ArrayList<>();
        for (Cell cell : FactorCells.ofDirections(source).all()) {
            double[] values = cell.values(metric);
            if (values.length > 0) {
                groups.add(DistributionData.Group.of(cell.name(), values, cell.valid()));
            }
        }
        Phrase what = bandwidth
                ? Phrase.of("bandwidth of each function over its own transfer")
                : Phrase.of("{0} of each function", metric.inSentence());
        return new DistributionData(
                head(source, what),
                metric,
                groups,
                published && bandwidth ? overlays.overShares(trials(source)) : List.of(),
                bandwidth ? limitsOfFunctions(source) : List.of());
    }

    /** Limits of a function that are the same in all trials. */
    private static List<ReferenceLine> limitsOfFunctions(RunChartSource source) {
        List<List<ReferenceLine>> ofTrials = trials(source).stream()
                .map(trial -> ReferenceLine.ofScope(
                        ReferenceLine.Scope.FUNCTION,
                        KnownLimits.of(trial.cell(), EvidenceRow.of(trial.index(), source.evidence()))))
                .toList();
        return ofTrials.isEmpty()
                ? List.of()
                : ofTrials.get(0).stream()
                        .filter(limit -> ofTrials.stream().allMatch(each -> each.contains(limit)))
                        .toList();
    }

    private FactorData byFactor(
            FactorCells cells, RunChartSource source, FactorData.Style style, Metric metric, boolean published) {
        List<FactorLine<FactorData.Point>> lines = new ArrayList<>();
        cells.byLine()
                .forEach((name, own) -> lines.add(new FactorLine<>(name, points(own, cell -> point(cell, metric)))));
        FactorData data = new FactorData(
                head(
                        source,
                        Phrase.of(
                                "{0} by {1}",
                                metric.inSentence(), cells.factor().label())),
                metric,
                style,
                cells.factor().label(),
                lines,
                List.of());
        boolean bars = style == FactorData.Style.BARS;
        data = metric.equals(Metrics.BANDWIDTH) ? data.withLimits(FactorLimits.of(cells, source, bars)) : data;
        return published && metric.equals(Metrics.BANDWIDTH)
                ? data.withOverlays(overlays.byFactor(cells.factor(), trials(source), bars, bars && data.hasSteady()))
                : data;
    }

    private static List<FactorData.Point> point(Cell cell, Metric metric) {
        CellStatistics sample = cell.each(metric);
        return sample == null
                ? List.of()
                : List.of(new FactorData.Point(
                        cell.x(),
                        cell.valid(),
                        sample.values(),
                        sample.trials(),
                        Estimate.of(sample),
                        Estimate.of(
                                cell.together(metric),
                                metric.equals(Metrics.BANDWIDTH) ? cell.aggregateOverTime() : null),
                        metric.equals(Metrics.BANDWIDTH)
                                ? Estimate.of(cell.steadyTogether(), cell.steadyOverTime())
                                : Estimate.NONE));
    }

    private ChartData response(FactorCells cells, RunChartSource source, boolean published) {
        List<FactorLine<ResponseData.Point>> lines = new ArrayList<>();
        BilledArchitecture billed = BilledArchitecture.of(source.run());
        PriceSource prices = cost.source(billed.architecture());
        cells.byLine()
                .forEach((name, own) ->
                        lines.add(new FactorLine<>(name, points(own, cell -> job(cell, billed.architecture())))));
        boolean anyCost = lines.stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> !Double.isNaN(point.usd().median()));
        Phrase what = anyCost
                ? Phrase.of(
                        "Lambda list prices for {0} in {1}, retrieved {2}",
                        billed.text(), prices.region(), prices.date())
                : Phrase.of("cost unknown, because the memory size is");
        return new ResponseData(
                head(source, what),
                cells.factor().label(),
                lines,
                published ? overlays.response(cells.factor(), trials(source)) : List.of());
    }

    private List<ResponseData.Point> job(Cell cell, Architecture architecture) {
        List<Double> seconds = new ArrayList<>();
        List<Double> dollars = new ArrayList<>();
        for (FactorCells.TrialContribution part : cell.parts()) {
            JobTimes.of(part.functions()).ifPresent(times -> {
                seconds.add(times.response().toNanos() / 1e9);
                dollars.add(
                        part.trial().memoryMb() == 0
                                ? Double.NaN
                                : JOBS * cost.usd(part.trial().memoryMb(), architecture, times.functionTimes()));
            });
        }
        return seconds.isEmpty()
                ? List.of()
                : List.of(new ResponseData.Point(
                        cell.x(), cell.valid(), seconds.size(), overTrials(seconds), overTrials(dollars)));
    }

    private static Estimate overTrials(List<Double> values) {
        double[] known = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return Estimate.of(CellStatistics.ofTrials(known));
    }

    private static <T> List<T> points(List<Cell> cells, Function<Cell, List<T>> point) {
        return cells.stream().flatMap(cell -> point.apply(cell).stream()).toList();
    }

    private ChartHeading head(RunChartSource source, Phrase what) {
        return headings.ofRun(source.run(), source.functions(), what);
    }

    private static List<TrialRow> trials(RunChartSource source) {
        return source.trials().stream().map(TrialSummary::trial).toList();
    }
}
