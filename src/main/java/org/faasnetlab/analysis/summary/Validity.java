package org.faasnetlab.analysis.summary;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything is known that makes the numbers of a trial or a function say something else than the network. It
 * follows from what is stored with every run, so that earlier runs have it too, and reads no intervals. Summaries leave out
 * invalid trials unless asked for.
 *
 * @param reasons none of a valid trial; in the order of {@link InvalidReason}
 */
public record Validity(Set<InvalidReason> reasons) {
    public static final Validity VALID = new Validity(Set.of());

    /** Without a tenth of the functions, a shared limit gives the others 11 % more. */
    public static final double MAX_FAILED_SHARE = 0.1;
    /**
     * From this busy share on waiting takes nine times as long as service (M/M/1; L. Kleinrock, "Queueing Systems", chapter
     * 3).
     */
    public static final double BUSY = 0.9;
    /**
     * Above this start spread, functions are not regarded as concurrent: a twentieth of a test of 10 s; 16 functions here
     * start within 27 ms and 100 within 0.8 s (docs/benchmarks.md). A function that starts as much after T0 has missed it.
     */
    public static final Duration MAX_START_SPREAD = Duration.ofMillis(500);
    /**
     * A test that is to last some seconds lasts this share of them at least: of 5 s, the last interval of iperf3's usual 1 s
     * may be missing.
     */
    public static final double MIN_MEASURED_SHARE = 0.8;

    /** A total that is a sum of intervals is at most this much too low; also the accuracy of the clocks it depends on. */
    public static final double MAX_MISSING_SHARE = 0.02;

    private static final double MICROS = 1e6;

    public Validity {
        reasons = new TreeSet<>(reasons);
    }

    /**
     * Of a trial.
     *
     * @param functions of this trial
     * @param evidence null if none was recorded
     */
    public static Validity of(TrialRow trial, List<FunctionRow> functions, @Nullable EvidenceRow evidence) {
        Set<InvalidReason> reasons = EnumSet.noneOf(InvalidReason.class);
        List<FunctionRow> finished =
                functions.stream().filter(FunctionRow::finished).toList();
        if (finished.isEmpty()) {
            reasons.add(InvalidReason.NO_RESULT);
        } else if (trial.functions() - finished.size() > MAX_FAILED_SHARE * trial.functions()) {
            reasons.add(InvalidReason.FAILURES);
        }
        double[] starts = functions.stream()
                .map(FunctionRow::startOffsetMicros)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray();
        if (starts.length > 0 && Quantiles.of(starts, 0.5) > MAX_START_SPREAD.toNanos() / 1e3) {
            reasons.add(InvalidReason.MISSED_START);
        }
        if (StartSpread.of(functions)
                .filter(spread -> spread.spread().compareTo(MAX_START_SPREAD) > 0)
                .isPresent()) {
            reasons.add(InvalidReason.START_SPREAD);
        }
        if (evidence != null && evidence.computerBusy() != null && evidence.computerBusy() > BUSY) {
            reasons.add(InvalidReason.COMPUTER_BUSY);
        }
        long tooShort = finished.stream()
                .filter(function -> isTooShort(function, trial))
                .count();
        if (2 * tooShort > finished.size()) {
            reasons.add(InvalidReason.TOO_SHORT);
        }
        long incomplete = finished.stream().filter(Validity::isIncomplete).count();
        if (incomplete > MAX_FAILED_SHARE * finished.size()) {
            reasons.add(InvalidReason.INCOMPLETE);
        }
        return new Validity(reasons);
    }

    /**
     * Of each trial of a run, by its index.
     *
     * @param functions of the run
     * @param evidence of the run's trials, as far as it was recorded
     */
    public static SortedMap<Integer, Validity> ofTrials(
            List<TrialRow> trials, List<FunctionRow> functions, List<EvidenceRow> evidence) {
        Map<Integer, List<FunctionRow>> byTrial = functions.stream().collect(Collectors.groupingBy(FunctionRow::trial));
        SortedMap<Integer, Validity> validity = new TreeMap<>();
        for (TrialRow trial : trials) {
            validity.put(
                    trial.index(),
                    of(trial, byTrial.getOrDefault(trial.index(), List.of()), EvidenceRow.of(trial.index(), evidence)));
        }
        return validity;
    }

    /**
     * Of a function.
     *
     * @param trial its trial, whose validity is not that of the function
     */
    public static Validity of(FunctionRow function, TrialRow trial) {
        Set<InvalidReason> reasons = EnumSet.noneOf(InvalidReason.class);
        if (!function.finished()) {
            reasons.add(InvalidReason.NO_RESULT);
        }
        Long start = function.startOffsetMicros();
        if (start != null && start > MAX_START_SPREAD.toNanos() / 1_000) {
            reasons.add(InvalidReason.MISSED_START);
        }
        if (function.finished() && isTooShort(function, trial)) {
            reasons.add(InvalidReason.TOO_SHORT);
        }
        if (isIncomplete(function)) {
            reasons.add(InvalidReason.INCOMPLETE);
        }
        return new Validity(reasons);
    }

    private static boolean isIncomplete(FunctionRow function) {
        Double missing = function.value(Metrics.MISSING_TIME);
        Long micros = function.durationMicros();
        return missing != null && micros != null && missing > MAX_MISSING_SHARE * micros;
    }

    private static boolean isTooShort(FunctionRow function, TrialRow trial) {
        Integer seconds = trial.workload().measuredSeconds();
        Long micros = function.durationMicros();
        // A search ends when it has found its limit; the seconds of its plan are the most that it may take.
        return !trial.workload().type().searches()
                && seconds != null
                && micros != null
                && micros < MIN_MEASURED_SHARE * seconds * MICROS;
    }

    public boolean isValid() {
        return reasons.isEmpty();
    }

    /** {@code valid}, or the reasons, for a table. */
    public Phrase text() {
        return isValid()
                ? Phrase.of("valid")
                : Phrase.join(", ", reasons.stream().map(InvalidReason::text).toList());
    }

    /** The identifiers of the reasons, separated by spaces; empty if there are none. */
    public String ids() {
        return reasons.stream().map(InvalidReason::id).collect(Collectors.joining(" "));
    }

    /** {@code 2 of 10 trials are invalid and left out: computer busy, start spread.} Null if all are valid. */
    public static @Nullable Phrase leftOut(Collection<Validity> trials) {
        List<Validity> invalid =
                trials.stream().filter(validity -> !validity.isValid()).toList();
        if (invalid.isEmpty()) {
            return null;
        }
        Set<InvalidReason> reasons = EnumSet.noneOf(InvalidReason.class);
        invalid.forEach(validity -> reasons.addAll(validity.reasons()));
        return Phrase.of(
                trials.size() == 1
                        ? "{0} of {1} trial is invalid and left out of summaries of several trials: {2}."
                        : "{0} of {1} trials are invalid and left out of summaries of several trials: {2}.",
                invalid.size(),
                trials.size(),
                new Validity(reasons).text());
    }
}
