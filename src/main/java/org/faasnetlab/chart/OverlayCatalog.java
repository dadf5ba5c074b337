package org.faasnetlab.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.published.PublishedResults.Figure;
import org.faasnetlab.analysis.published.PublishedResults.Point;
import org.faasnetlab.analysis.published.PublishedResults.Source;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.s3.S3Type;
import org.jspecify.annotations.Nullable;

/** Which published results can be drawn over which chart: those of the same transfer, direction and axes. */
final class OverlayCatalog {
    private static final WorkloadType IPERF3 = Iperf3Type.IPERF3;
    private static final WorkloadType S3 = S3Type.S3;

    /** What is on the other axis. */
    private enum Measure {
        EACH,
        TOTAL,
        RESPONSE
    }

    /** @param direction null if both, or if it was not said */
    private record Fit(
            String figure,
            String series,
            WorkloadType transfer,
            @Nullable Direction direction,
            Measure measure) {}

    /** @param range a bandwidth of one function */
    private record Level(
            String range, WorkloadType transfer, @Nullable Direction direction) {}

    private static final List<Fit> FITS = List.of(
            new Fit("kim2019-fig2", "upload", IPERF3, Direction.UPLOAD, Measure.EACH),
            new Fit("kim2019-fig2", "download", IPERF3, Direction.DOWNLOAD, Measure.EACH),
            new Fit("kim2019-fig3", "bandwidth, lowest", S3, null, Measure.EACH),
            new Fit("kim2019-fig3", "bandwidth, highest", S3, null, Measure.EACH),
            new Fit("kim2019-fig4a", "download", S3, Direction.DOWNLOAD, Measure.EACH),
            new Fit("kim2019-fig4b", "upload", S3, Direction.UPLOAD, Measure.EACH),
            new Fit("kim2019-fig4c", "response time", S3, Direction.DOWNLOAD, Measure.RESPONSE),
            new Fit("kim2019-fig5", "per function", IPERF3, null, Measure.EACH),
            new Fit("kim2019-fig5", "total", IPERF3, null, Measure.TOTAL),
            new Fit("kim2019-fig6", "total", S3, Direction.DOWNLOAD, Measure.TOTAL),
            new Fit("kim2019-fig7", "response time", S3, Direction.DOWNLOAD, Measure.RESPONSE),
            new Fit("skyrise2024-total", "outside a VPC", IPERF3, Direction.DOWNLOAD, Measure.TOTAL),
            new Fit("skyrise2024-total", "inside one VPC", IPERF3, Direction.DOWNLOAD, Measure.TOTAL));

    private static final List<Level> LEVELS = List.of(
            new Level("sjakthol2024-baseline", IPERF3, Direction.UPLOAD),
            new Level("skyrise2024-baseline", IPERF3, Direction.DOWNLOAD),
            new Level("aws2026-default", IPERF3, null),
            new Level("lithops2022-read", S3, Direction.DOWNLOAD),
            new Level("lithops2022-write", S3, Direction.UPLOAD));

    private static final Map<String, String> AUTHORS = Map.of(
            "kim2019", "Kim, Park, Lee",
            "sjakthol2020", "sjakthol, aws-network-benchmark",
            "sjakthol2024", "sjakthol, aws-network-benchmark",
            "skyrise2024", "Skyrise",
            "skyrise2025", "Skyrise",
            "lithops2022", "Lithops",
            "aws2026", "AWS");

    private final PublishedResults published;

    OverlayCatalog(PublishedResults published) {
        this.published = published;
    }

    /** @param totals whether the chart also shows all functions together */
    List<PublishedOverlay> byFactor(TrialFactor factor, List<TrialRow> trials, boolean totals) {
        List<PublishedOverlay> found = new ArrayList<>(curves(factor, trials, Measure.EACH));
        if (totals) {
            found.addAll(curves(factor, trials, Measure.TOTAL));
        }
        return found;
    }

    List<PublishedOverlay> response(TrialFactor factor, List<TrialRow> trials) {
        return curves(factor, trials, Measure.RESPONSE);
    }

    /** Bandwidths of one function as level lines from T0 on. */
    List<PublishedOverlay> overTime(TrialRow trial, double endSecond) {
        return levels(List.of(trial), rate -> new Curve(new double[] {0, endSecond}, new double[] {rate, rate}));
    }

    /** Bandwidths of one function as upright lines from 0 to 100 %. */
    List<PublishedOverlay> overShares(List<TrialRow> trials) {
        return levels(trials, rate -> new Curve(new double[] {rate, rate}, new double[] {0, 100}));
    }

    private List<PublishedOverlay> levels(List<TrialRow> trials, DoubleFunction<Curve> curve) {
        List<PublishedOverlay> found = new ArrayList<>();
        for (Level level : LEVELS) {
            if (fits(level.transfer(), level.direction(), trials)) {
                var range = published.range(level.range()).orElseThrow();
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

    private List<PublishedOverlay> curves(TrialFactor factor, List<TrialRow> trials, Measure measure) {
        List<PublishedOverlay> found = new ArrayList<>();
        for (Fit fit : FITS) {
            Figure figure = published.figure(fit.figure()).orElseThrow();
            if (fit.measure() == measure
                    && factorOf(figure) == factor
                    && fits(fit.transfer(), fit.direction(), trials)) {
                overlay(figure, figure.series(fit.series()).orElseThrow(), factor, trials)
                        .ifPresent(found::add);
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

    private static boolean fits(WorkloadType transfer, @Nullable Direction direction, List<TrialRow> trials) {
        return trials.stream()
                .anyMatch(trial -> trial.workload().type().equals(transfer)
                        && (direction == null || trial.direction() == direction));
    }

    private static String name(Source source, String what) {
        return Objects.requireNonNull(AUTHORS.get(source.id()), source.id()) + " " + source.year() + ": " + what;
    }

    private static String source(Source source, PublishedResults.Reading read, @Nullable String note) {
        String how = switch (read) {
            case PRINTED -> "values as published";
            case BY_EYE -> "read from the figure, to within about 3 %";
            case COMPUTED -> "computed from published raw data";
        };
        return source.citation() + "; " + how + "." + (note == null ? "" : " " + note);
    }
}
