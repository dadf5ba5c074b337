package org.faasnetlab.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.published.PublishedResults.Figure;
import org.faasnetlab.analysis.published.PublishedResults.Point;
import org.faasnetlab.analysis.published.PublishedResults.Quantity;
import org.faasnetlab.analysis.published.PublishedResults.Scope;
import org.faasnetlab.analysis.published.PublishedResults.Source;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/** Which published results can be drawn over which chart: those of the same transfer, direction and axes. */
final class OverlayCatalog {
    private final PublishedResults published;

    OverlayCatalog(PublishedResults published) {
        this.published = published;
    }

    /**
     * @param totals whether the chart also shows all functions together
     * @param steady whether it shows them after their bursts; published steady totals are compared with nothing else
     */
    List<PublishedOverlay> byFactor(TrialFactor factor, List<TrialRow> trials, boolean totals, boolean steady) {
        List<PublishedOverlay> found = new ArrayList<>(curves(factor, trials, Quantity.FUNCTION));
        if (totals) {
            found.addAll(curves(factor, trials, Quantity.TOTAL));
        }
        if (steady) {
            found.addAll(curves(factor, trials, Quantity.STEADY_TOTAL));
        }
        return found;
    }

    List<PublishedOverlay> response(TrialFactor factor, List<TrialRow> trials) {
        return curves(factor, trials, Quantity.RESPONSE);
    }

    /** Bandwidths of one function as level lines from T0 on. */
    List<PublishedOverlay> overTime(Cell cell, double endSecond) {
        return levels(
                List.of(cell),
                EnumSet.of(Quantity.FUNCTION, Quantity.STEADY_FUNCTION),
                rate -> new Curve(new double[] {0, endSecond}, new double[] {rate, rate}));
    }

    /** Bandwidths of one function over whole transfers as upright lines from 0 to 100 %. */
    List<PublishedOverlay> overShares(List<TrialRow> trials) {
        return levels(
                cells(trials),
                EnumSet.of(Quantity.FUNCTION),
                rate -> new Curve(new double[] {rate, rate}, new double[] {0, 100}));
    }

    private List<PublishedOverlay> levels(List<Cell> cells, Set<Quantity> quantities, DoubleFunction<Curve> curve) {
        List<PublishedOverlay> found = new ArrayList<>();
        for (PublishedResults.Range range : published.ranges()) {
            if (range.scope() != null && quantities.contains(range.scope().quantity()) && fits(range.scope(), cells)) {
                double middle =
                        range.unit().bandwidth((range.low() + range.high()) / 2).bitsPerSecond();
                found.add(new PublishedOverlay(
                        name(range.source(), range.title() + middle(range)),
                        curve.apply(middle),
                        source(range.source(), range.read(), null)));
            }
        }
        return found;
    }

    /** The middle of a range is no number that was published. */
    private static String middle(PublishedResults.Range range) {
        return range.low() == range.high()
                ? ""
                : ", midpoint of " + range.unit().bandwidth(range.low()) + " to "
                        + range.unit().bandwidth(range.high());
    }

    private List<PublishedOverlay> curves(TrialFactor factor, List<TrialRow> trials, Quantity quantity) {
        List<PublishedOverlay> found = new ArrayList<>();
        for (Figure figure : published.figures()) {
            if (factorOf(figure) != factor) {
                continue;
            }
            for (PublishedResults.Series series : figure.series()) {
                Scope scope = series.scope();
                if (scope != null && scope.quantity() == quantity && fits(scope, cells(trials))) {
                    overlay(figure, series, factor, trials).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** As far as the run's own axis goes: points far outside would leave no room for what was measured. */
    private static Optional<PublishedOverlay> overlay(
            Figure figure, PublishedResults.Series series, TrialFactor factor, List<TrialRow> trials) {
        DoubleSummaryStatistics axis = trials.stream().mapToDouble(factor::of).summaryStatistics();
        List<Point> points = series.points().stream()
                .filter(point -> x(figure, point) >= axis.getMin() && x(figure, point) <= axis.getMax())
                .toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double[] x = points.stream().mapToDouble(point -> x(figure, point)).toArray();
        double[] y = points.stream()
                .mapToDouble(point -> series.unit().isBandwidth()
                        ? series.unit().bandwidth(point.y()).bitsPerSecond()
                        : point.y())
                .toArray();
        String what = figure.title() + ": " + series.name();
        return Optional.of(new PublishedOverlay(
                name(figure.source(), what), new Curve(x, y), source(figure.source(), figure.read(), figure.note())));
    }

    /** Objects are published in MB and drawn in MiB. */
    private static double x(Figure figure, Point point) {
        return figure.factor() == PublishedResults.Factor.OBJECT_MB
                ? new DataSize(Math.round(point.x() * 1e6)).mebibytes()
                : point.x();
    }

    private static TrialFactor factorOf(Figure figure) {
        return switch (figure.factor()) {
            case MEMORY_MB -> TrialFactor.MEMORY;
            case OBJECT_MB -> TrialFactor.OBJECT;
            case FUNCTIONS -> TrialFactor.FUNCTIONS;
        };
    }

    private static List<Cell> cells(List<TrialRow> trials) {
        return trials.stream().map(TrialRow::cell).toList();
    }

    private static boolean fits(Scope scope, List<Cell> cells) {
        return cells.stream()
                .map(Cell::workload)
                .anyMatch(workload -> workload.type().id().equals(scope.transfer())
                        && (scope.direction() == null || workload.direction() == scope.direction()));
    }

    private static String name(Source source, String what) {
        return source.authors() + " " + source.year() + ": " + what;
    }

    private static String source(Source source, PublishedResults.Reading read, @Nullable String note) {
        String how = switch (read) {
            case PRINTED -> "values as published";
            case BY_EYE -> "read from the figure, to within about 3 %";
            case COMPUTED -> "computed from published raw data";
        };
        String region = source.region() == null ? "Region not published" : source.region();
        return source.citation() + "; " + region + "; " + how + "." + (note == null ? "" : " " + note);
    }
}
