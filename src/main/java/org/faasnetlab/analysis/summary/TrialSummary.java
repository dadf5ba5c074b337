package org.faasnetlab.analysis.summary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.analysis.stats.MetricAggregation;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a trial's measurements. Failures are counted and are never samples.
 *
 * @param functions number requested
 * @param finished number that delivered a result
 * @param failed number that failed; the rest were cut off
 * @param each rates of the functions that finished; null if none has one, as without a transfer
 * @param total the rate of the functions together: the aggregate bandwidth, or the rates of which {@link
 *     WorkloadType#rateMetric} states how they are combined; null if it is unknown
 * @param besideRate values of {@link Workload#metricsBesideRate} over the functions, without unknown ones
 * @param commonWindow with the aggregate bandwidth; null if there was no time at which all that finished were active
 * @param steadyWindow the part of the common window after the last burst, with the steady aggregate; null if it is
 *     unknown when the last burst ended, or if the bursts have not been analysed
 * @param startSpread null if no function started
 * @param delivered bytes counted by the receivers of the functions that finished
 * @param validity of the whole trial, without what the recorded evidence says unless {@link #withEvidence} was called
 */
public record TrialSummary(
        TrialRow trial,
        int functions,
        int finished,
        int failed,
        @Nullable FunctionBandwidths each,
        @Nullable Bandwidth total,
        Map<Metric, Double> besideRate,
        @Nullable CommonWindow commonWindow,
        @Nullable CommonWindow steadyWindow,
        @Nullable StartSpread startSpread,
        DataSize delivered,
        Validity validity) {

    public TrialSummary {
        besideRate = Collections.unmodifiableMap(new LinkedHashMap<>(besideRate));
    }

    /** Rows of other trials are ignored. */
    public static TrialSummary of(TrialRow trial, List<FunctionRow> functions, List<StoredInterval> intervals) {
        List<FunctionRow> own = own(trial, functions);
        List<StoredInterval> ownIntervals = intervals.stream()
                .filter(stored -> stored.trial() == trial.index())
                .toList();
        return of(trial, own, CommonWindow.of(own, ownIntervals), Optional.empty(), Validity.of(trial, own, null));
    }

    /** The same summary, from sums that the store computes over the intervals, so that they need not be read. */
    public static TrialSummary read(IntervalSums sums, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        List<FunctionRow> own = own(trial, functions);
        return of(trial, own, CommonWindow.read(sums, trial, own), Optional.empty(), Validity.of(trial, own, null));
    }

    /** @param functions the only functions that count */
    private static TrialSummary of(
            TrialRow trial,
            List<FunctionRow> functions,
            Optional<CommonWindow> window,
            Optional<CommonWindow> steadyWindow,
            Validity validity) {
        return new TrialSummary(
                trial,
                trial.functions(),
                (int) functions.stream().filter(FunctionRow::finished).count(),
                (int) functions.stream()
                        .filter(function -> function.failure() != null)
                        .count(),
                FunctionBandwidths.of(trial, functions),
                total(trial, functions, window),
                besideRate(trial, functions),
                window.orElse(null),
                steadyWindow.orElse(null),
                StartSpread.of(functions).orElse(null),
                delivered(functions),
                validity);
    }

    /**
     * The same summary, with what was recorded beside the functions.
     *
     * @param functions of the trial; rows of other trials are ignored
     * @param evidence null if none was recorded
     */
    public TrialSummary withEvidence(List<FunctionRow> functions, @Nullable EvidenceRow evidence) {
        return with(steadyWindow, Validity.of(trial, own(trial, functions), evidence));
    }

    private static @Nullable Bandwidth total(
            TrialRow trial, List<FunctionRow> functions, Optional<CommonWindow> window) {
        WorkloadType type = trial.workload().type();
        if (!type.transfers()) {
            return null;
        }
        Metric rate = type.rateMetric();
        if (rate.equals(Metrics.BANDWIDTH)) {
            return window.map(CommonWindow::aggregate).orElse(null);
        }
        double total = MetricAggregation.of(rate.overFunctions(), FunctionValues.of(rate, functions));
        return Double.isNaN(total) ? null : new Bandwidth(total);
    }

    private static Map<Metric, Double> besideRate(TrialRow trial, List<FunctionRow> functions) {
        Map<Metric, Double> known = new LinkedHashMap<>();
        for (Metric metric : trial.workload().metricsBesideRate()) {
            double value = MetricAggregation.of(metric.overFunctions(), FunctionValues.of(metric, functions));
            if (!Double.isNaN(value)) {
                known.put(metric, value);
            }
        }
        return known;
    }

    private static List<FunctionRow> own(TrialRow trial, List<FunctionRow> functions) {
        return functions.stream()
                .filter(function -> function.trial() == trial.index())
                .toList();
    }

    /**
     * This summary, or for a trial in both directions one for each, because the directions are not added up.
     *
     * @param functions of the trial; rows of other trials are ignored
     */
    public List<TrialSummary> byDirection(List<FunctionRow> functions) {
        return trial.direction() == Direction.BOTH
                ? Stream.of(Direction.DOWNLOAD, Direction.UPLOAD)
                        .map(direction -> forDirection(direction, functions))
                        .toList()
                : List.of(this);
    }

    /**
     * The summary of the functions of one direction of a trial in both. It refers to the common window of all
     * functions, in which all of them were active, so that both directions cover the same time.
     *
     * @param functions of the trial; rows of other trials are ignored
     */
    public TrialSummary forDirection(Direction direction, List<FunctionRow> functions) {
        return of(
                trial.forDirection(direction),
                own(trial, functions).stream()
                        .filter(function -> trial.directionOf(function.functionIndex()) == direction)
                        .toList(),
                ofDirection(commonWindow, direction),
                ofDirection(steadyWindow, direction),
                validity);
    }

    private Optional<CommonWindow> ofDirection(@Nullable CommonWindow window, Direction direction) {
        return Optional.ofNullable(window)
                .flatMap(known -> known.ofFunctions(functionIndex -> trial.directionOf(functionIndex) == direction));
    }

    /** The same summary with the window after the last burst, or without one. */
    public TrialSummary withSteadyWindow(@Nullable CommonWindow window) {
        return with(window, validity);
    }

    /**
     * The same summary with the course of its windows, from which the intervals of the aggregates follow.
     *
     * @param intervals of the trial
     */
    public TrialSummary withCourse(List<StoredInterval> intervals) {
        return with(
                commonWindow == null ? null : commonWindow.withBins(intervals),
                steadyWindow == null ? null : steadyWindow.withBins(intervals),
                validity);
    }

    /** The same, from sums that the store computes. */
    public TrialSummary withCourse(IntervalSums sums) throws StoreException {
        return with(
                commonWindow == null ? null : commonWindow.withBins(sums, trial),
                steadyWindow == null ? null : steadyWindow.withBins(sums, trial),
                validity);
    }

    private TrialSummary with(@Nullable CommonWindow steady, Validity valid) {
        return with(commonWindow, steady, valid);
    }

    private TrialSummary with(@Nullable CommonWindow common, @Nullable CommonWindow steady, Validity valid) {
        return new TrialSummary(
                trial,
                functions,
                finished,
                failed,
                each,
                total,
                besideRate,
                common,
                steady,
                startSpread,
                delivered,
                valid);
    }

    /** The summaries of a run's trials, in their order. */
    public static List<TrialSummary> of(RunData run) {
        return run.trials().stream()
                .map(trial -> of(trial, run.functions(), run.intervals()))
                .toList();
    }

    /** The median of the totals of trials; empty if none has one. */
    public static Optional<Bandwidth> medianTotal(List<TrialSummary> trials) {
        double[] known = trials.stream()
                .map(TrialSummary::total)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray();
        return known.length == 0 ? Optional.empty() : Optional.of(new Bandwidth(Quantiles.of(known, 0.5)));
    }

    static DataSize delivered(List<FunctionRow> functions) {
        return new DataSize(functions.stream()
                .filter(FunctionRow::finished)
                .map(FunctionRow::receiverBytes)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum());
    }

    /** Median rate of a function, or null if none has one. */
    public @Nullable Bandwidth medianEach() {
        return each == null ? null : each.median();
    }

    /** Bandwidth of all that finished together over the common window, or null if there is none. */
    public @Nullable Bandwidth aggregate() {
        return commonWindow == null ? null : commonWindow.aggregate();
    }

    /** The 95 % interval of the total over the time of this trial; null if it is unknown. */
    public @Nullable BandwidthRange totalInterval() {
        return commonWindow == null || !commonWindow.aggregate().equals(total) ? null : commonWindow.interval();
    }

    /** The 95 % interval of the steady aggregate over the time of this trial; null if it is unknown. */
    public @Nullable BandwidthRange steadyInterval() {
        return steadyWindow == null ? null : steadyWindow.interval();
    }

    /** Bandwidth of all that finished together after the last burst, or null if it is unknown. */
    public @Nullable Bandwidth steadyAggregate() {
        return steadyWindow == null ? null : steadyWindow.aggregate();
    }

    /** The smallest share of a function's transfer inside the common window; null if there is none. */
    public @Nullable Double leastInside() {
        return commonWindow == null
                ? null
                : commonWindow.shares().values().stream().min(Double::compare).orElse(null);
    }
}
