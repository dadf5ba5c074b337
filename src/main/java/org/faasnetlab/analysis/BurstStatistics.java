package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.faasnetlab.analysis.stats.SequenceFinding;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Burst and baseline of one cell over its trials: of each trial the median over its functions, then the median over the
 * trials, as {@link CellStatistics} defines it. With one trial the intervals are those of its functions, and with one
 * function that of its fit. Bursts are those of new sandboxes, whose buckets are full; what a used one shows is its refill,
 * see {@link RefillRates}.
 *
 * @param trials number of trials of which functions were analyzed
 * @param invalid number of invalid trials that are left out
 * @param tooShort number of trials in which most transfers were too short to tell
 * @param fresh number of trials in which most sandboxes are new
 * @param bursts number of them with a burst, see {@link BurstValues}
 * @param baselines number of trials with a baseline
 * @param estimates by {@link BurstMetrics}, in their order, without those that no trial shows
 * @param unresolved whether so many bursts were shorter than two intervals that the burst rate is a lower and the length an
 *     upper limit
 * @param secondLevel whether most bursts ended at a second level before the baseline
 * @param slowerLinkPossible whether a link that became slower would look the same as most bursts
 * @param largestHidden the largest burst that noise may hide in any transfer of a new sandbox without one; null if each
 *     has one
 */
public record BurstStatistics(
        Cell cell,
        int trials,
        int invalid,
        int tooShort,
        int fresh,
        int bursts,
        int baselines,
        Map<Metric, Estimate> estimates,
        boolean unresolved,
        boolean secondLevel,
        boolean slowerLinkPossible,
        @Nullable DataSize largestHidden) {

    /** What an interval is of: what varies in it. */
    public enum IntervalOf {
        TRIALS,
        FUNCTIONS,
        /** Of the only transfer, by block bootstrap. */
        TRANSFER;

        /** The name in exports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A median over the trials.
     *
     * @param interval its 95 % interval, in the unit of the metric; null if it is unknown
     */
    public record Estimate(
            CellStatistics statistics, @Nullable Range interval, IntervalOf intervalOf) {}

    public BurstStatistics {
        estimates = Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
    }

    /**
     * Of each cell of which transfers were analyzed for bursts, in the order in which the cells were measured first.
     *
     * @param trials of a run, in their order
     * @param withInvalid whether invalid trials count as valid ones
     */
    public static List<BurstStatistics> of(List<TrialFindings> trials, boolean withInvalid) {
        Map<Cell, List<TrialFindings>> cells = new LinkedHashMap<>();
        trials.stream()
                .flatMap(trial -> trial.byDirection().stream())
                .forEach(part -> cells.computeIfAbsent(part.summary().trial().cell(), first -> new ArrayList<>())
                        .add(part));
        return cells.entrySet().stream()
                .map(cell -> of(cell.getKey(), cell.getValue(), withInvalid))
                .filter(statistics -> statistics.trials > 0)
                .toList();
    }

    private static BurstStatistics of(Cell cell, List<TrialFindings> parts, boolean withInvalid) {
        List<TrialFindings> counted = parts.stream()
                .filter(part -> withInvalid || part.summary().validity().isValid())
                .toList();
        List<BurstValues> values = counted.stream()
                .map(BurstValues::of)
                .filter(trial -> !trial.analyzed().isEmpty())
                .toList();
        Map<Metric, Estimate> estimates = new LinkedHashMap<>();
        for (Metric metric : BurstMetrics.ALL) {
            Estimate estimate = estimate(metric, values);
            if (estimate != null) {
                estimates.put(metric, estimate);
            }
        }
        List<BurstFit> bursts = values.stream()
                .flatMap(trial -> trial.fits(BurstMetrics.BURST).stream())
                .toList();
        return new BurstStatistics(
                cell,
                values.size(),
                parts.size() - counted.size(),
                (int) values.stream().filter(BurstValues::isTooShort).count(),
                (int) values.stream().filter(BurstValues::isOfNewSandboxes).count(),
                trialsWith(BurstMetrics.BURST, values),
                trialsWith(BurstMetrics.BASELINE, values),
                estimates,
                isMostly(bursts, fit -> !burst(fit).kneeResolved()),
                isMostly(bursts, BurstFit.TwoLevels.class::isInstance),
                isMostly(bursts, fit -> !burst(fit).bucketShaped()),
                largestHidden(values));
    }

    private static @Nullable Estimate estimate(Metric metric, List<BurstValues> trials) {
        CellStatistics statistics = CellStatistics.of(
                trials.stream().map(trial -> trial.values(metric)).toList());
        if (statistics == null) {
            return null;
        }
        if (statistics.values() > 1) {
            return new Estimate(
                    statistics,
                    notBelowZero(statistics.medianInterval()),
                    statistics.isOfOneTrial() ? IntervalOf.FUNCTIONS : IntervalOf.TRIALS);
        }
        BurstFit only = trials.stream()
                .flatMap(trial -> trial.fits(metric).stream())
                .findFirst()
                .orElseThrow();
        return new Estimate(
                statistics,
                Objects.requireNonNull(BurstMetrics.of(metric, only)).interval(),
                IntervalOf.TRANSFER);
    }

    private static @Nullable Range notBelowZero(@Nullable Range range) {
        return range == null ? null : new Range(Math.max(0, range.low()), Math.max(0, range.high()));
    }

    private static int trialsWith(Metric metric, List<BurstValues> trials) {
        return (int)
                trials.stream().filter(trial -> !trial.fits(metric).isEmpty()).count();
    }

    private static boolean isMostly(List<BurstFit> bursts, Predicate<BurstFit> predicate) {
        return !bursts.isEmpty() && 2 * bursts.stream().filter(predicate).count() >= bursts.size();
    }

    private static BurstFit.Fitted burst(BurstFit fit) {
        return Objects.requireNonNull(fit.burstOrNull());
    }

    private static @Nullable DataSize largestHidden(List<BurstValues> trials) {
        return trials.stream()
                .flatMap(trial -> trial.analyzed().stream())
                .filter(findings -> !findings.sandboxUsed())
                .flatMap(findings -> findings.burst() instanceof BurstFit.NoBurst none
                        ? Stream.of(none.largestHidden())
                        : Stream.empty())
                .max(DataSize::compareTo)
                .orElse(null);
    }

    /** What the cell is. */
    public String label() {
        return cell.label().toString();
    }

    /** Burst and baseline over the trials of each cell, in a sentence; none if no cell has two trials that tell. */
    public static Optional<Phrase> sentence(List<BurstStatistics> cells) {
        if (cells.stream().noneMatch(cell -> cell.trials - cell.tooShort > 1)) {
            return Optional.empty();
        }
        boolean byDirection = cells.stream()
                        .map(cell -> cell.cell().workload().direction())
                        .distinct()
                        .count()
                == cells.size();
        return Optional.of(Phrase.join(
                " ",
                cells.stream()
                        .map(cell -> cells.size() == 1
                                ? cell.sentence()
                                : byDirection
                                        ? TrialFindings.inDirection(
                                                cell.cell().workload().direction(),
                                                cell.sentence().decapitalised())
                                        : Phrase.of(
                                                "{0}: {1}",
                                                cell.label(), cell.sentence().decapitalised()))
                        .toList()));
    }

    /** Burst and baseline over the trials. */
    public Phrase sentence() {
        List<Phrase> sentences =
                new ArrayList<>(List.of(fresh == 0 ? withoutNew() : bursts == 0 ? withoutBurst() : withBurst()));
        if (baselines < trials - tooShort) {
            sentences.add(Phrase.of(
                    "In {0} of {1} trials one rate does not describe the transfer, so that there is no baseline.",
                    trials - tooShort - baselines, trials));
        }
        if (tooShort > 0) {
            sentences.add(Phrase.of("{0} of {1} trials were too short to tell.", tooShort, trials));
        }
        caveat().ifPresent(sentences::add);
        return Phrase.sentences(sentences.toArray(Phrase[]::new));
    }

    private Phrase withBurst() {
        Phrase medians = Phrase.of(
                unresolved ? "{0} at {1} or more for {2} or less" : "{0} at {1} for {2}",
                text(BurstMetrics.BURST),
                text(BurstMetrics.BURST_RATE),
                text(BurstMetrics.BURST_LENGTH));
        Phrase burst = fresh == trials
                ? Phrase.of("A burst in {0} of {1} trials, with medians of {2}", bursts, trials, medians)
                : fresh == 1
                        ? Phrase.of("A burst of {0} in the trial with new sandboxes", medians)
                        : Phrase.of(
                                "A burst in {0} of {1} trials with new sandboxes, with medians of {2}",
                                bursts, fresh, medians);
        Phrase withLevel = secondLevel ? Phrase.of("{0}, then a second level", burst) : burst;
        Phrase all = estimates.containsKey(BurstMetrics.BASELINE)
                ? Phrase.of("{0}, then a baseline of {1}", withLevel, text(BurstMetrics.BASELINE))
                : withLevel;
        return slowerLinkPossible
                ? Phrase.of("{0}; a link that slowed down at that time would look the same.", all)
                : Phrase.of("{0}.", all);
    }

    private Phrase withoutNew() {
        return withBaseline(
                Phrase.of("No trial had new sandboxes, whose buckets are full, so that the burst is unknown"));
    }

    private Phrase withoutBurst() {
        if (fresh < trials) {
            return withBaseline(
                    largestHidden != null && BurstFormatter.isNotable(largestHidden)
                            ? Phrase.of(
                                    "No burst found with new sandboxes, but one of up to {0} cannot be excluded",
                                    largestHidden)
                            : Phrase.of("No burst with new sandboxes"));
        }
        return withBaseline(
                largestHidden != null && BurstFormatter.isNotable(largestHidden)
                        ? Phrase.of(
                                "No burst found in {0} trials, but one of up to {1} cannot be excluded",
                                trials - tooShort, largestHidden)
                        : Phrase.of("No burst in any of {0} trials", trials - tooShort));
    }

    private Phrase withBaseline(Phrase none) {
        return estimates.containsKey(BurstMetrics.BASELINE)
                ? Phrase.of("{0}; a baseline of {1}, median over the trials.", none, text(BurstMetrics.BASELINE))
                : Phrase.of("{0}.", none);
    }

    /** The median with its interval, and what the interval is of if not of several trials. */
    private Phrase text(Metric metric) {
        Estimate estimate = Objects.requireNonNull(estimates.get(metric));
        String value = text(metric, estimate.statistics().median());
        Range interval = estimate.interval();
        if (interval == null) {
            return Phrase.verbatim(value);
        }
        Phrase range = range(metric, interval);
        return switch (estimate.intervalOf()) {
            case TRIALS -> Phrase.of("{0} (95 % CI {1})", value, range);
            case FUNCTIONS -> Phrase.of("{0} (95 % CI for the functions of one trial {1})", value, range);
            case TRANSFER -> Phrase.of("{0} (95 % CI for one transfer {1})", value, range);
        };
    }

    /** A value with its unit. */
    public static String text(Metric metric, double value) {
        return switch (metric.unit()) {
            case BYTES -> new DataSize(Math.round(value)).toString();
            case MICROSECONDS -> String.format(Locale.ROOT, "%.2f s", value / 1e6);
            case BITS_PER_SECOND -> new Bandwidth(value).toString();
            case COUNT, RATIO -> metric.text(value);
        };
    }

    /** Both ends of an interval. */
    public static Phrase range(Metric metric, Range interval) {
        String low = text(metric, interval.low());
        String high = text(metric, interval.high());
        return low.equals(high) ? Phrase.of("within the digits shown") : Phrase.of("{0} to {1}", low, high);
    }

    /** Why the trials are no independent sample, which their intervals presume. */
    private Optional<Phrase> caveat() {
        return estimates.values().stream()
                .map(estimate -> estimate.statistics().sequence())
                .filter(sequence -> sequence != SequenceFinding.INDEPENDENT)
                .map(SequenceFinding::caveat)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
