package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;

/**
 * How fast buckets refilled in the pause between one trial and the next, over the functions that ran in the same
 * sandbox and in the same direction in both.
 *
 * @param fits by function of the later trial, in order of its number
 */
public record RefillSummary(List<RefillFit> fits) {
    public RefillSummary {
        fits = List.copyOf(fits);
    }

    /**
     * Compares the bursts of two trials with a pause between them.
     *
     * @param history of the trials before the later one
     */
    public static RefillSummary between(TrialData earlier, TrialData later, BucketHistory history) {
        Map<BucketHistory.Bucket, RefillFit.Transfer> before = transfers(earlier);
        List<RefillFit> fits = new ArrayList<>();
        transfers(later).forEach((bucket, after) -> {
            RefillFit.Transfer first = before.get(bucket);
            if (first != null) {
                fits.add(RefillFit.of(first, after, history.largestBurst(bucket)));
            }
        });
        return new RefillSummary(fits);
    }

    private static Map<BucketHistory.Bucket, RefillFit.Transfer> transfers(TrialData data) {
        Map<BucketHistory.Bucket, RefillFit.Transfer> transfers = new LinkedHashMap<>();
        Long t0 = data.trial().t0EpochMicros();
        Map<Integer, List<Interval>> intervals = data.intervalsByFunction();
        for (FunctionRow function : data.functions()) {
            List<Interval> own = intervals.get(function.functionIndex());
            String sandbox = function.sandboxId();
            if (t0 != null && function.finished() && sandbox != null && own != null) {
                Direction direction = data.trial().directionOf(function.functionIndex());
                transfers.put(
                        new BucketHistory.Bucket(sandbox, direction),
                        new RefillFit.Transfer(sandbox, t0, own, function.undelivered(direction)));
            }
        }
        return transfers;
    }

    /** The functions whose bucket shows how fast it refilled, ascending by their rate. */
    public List<RefillFit.Measured> measured() {
        return fits.stream()
                .filter(fit -> fit.accept(new RefillFit.Handler<Boolean>() {
                    @Override
                    public Boolean on(RefillFit.Measured fit) {
                        return true;
                    }

                    @Override
                    public Boolean on(RefillFit.NotMeasurable fit) {
                        return false;
                    }
                }))
                .map(RefillFit.Measured.class::cast)
                .sorted(Comparator.comparing(RefillFit.Measured::rate))
                .toList();
    }

    /** The results, in one sentence. */
    public Phrase sentence() {
        List<RefillFit.Measured> measured = measured();
        if (!measured.isEmpty()) {
            return measured.size() == 1 ? ofOne(measured.get(0)) : ofSeveral(measured);
        }
        return fits.isEmpty()
                ? Phrase.of("No refill measured: no function reused a sandbox of the previous trial in its direction.")
                : Phrase.of("No refill measured: {0}", reason(fits.get(0)).decapitalised());
    }

    private static Phrase reason(RefillFit fit) {
        return fit.accept(new RefillFit.Handler<>() {
            @Override
            public Phrase on(RefillFit.Measured fit) {
                throw new IllegalStateException("the refill was measured");
            }

            @Override
            public Phrase on(RefillFit.NotMeasurable fit) {
                return fit.reason();
            }
        });
    }

    private static Phrase ofOne(RefillFit.Measured fit) {
        return Phrase.of(
                fit.fullAgain()
                        ? "The bucket refilled at {0} or more: {1} in a pause of {2} s (1 function; 95 % CI {3} to {4})."
                        : "The bucket refilled at {0}: {1} in a pause of {2} s (1 function; 95 % CI {3} to {4}).",
                fit.rate(),
                fit.regained(),
                seconds(fit),
                fit.low(),
                fit.high() == null ? Phrase.of("unknown") : fit.high());
    }

    /** The interval is that of the functions in this pause: another pause may differ. */
    private static Phrase ofSeveral(List<RefillFit.Measured> measured) {
        SampleStatistics rates = SampleStatistics.of(rates(measured));
        RefillFit.Measured median = measured.get(measured.size() / 2);
        return Phrase.of(
                isLowerLimit(measured)
                        ? "The bucket refilled at {0} or more: {1} in a pause of {2} s (median of the {3} functions of one"
                                + " pause; 95 % CI for these functions {4})."
                        : "The bucket refilled at {0}: {1} in a pause of {2} s (median of the {3} functions of one pause; 95 % CI"
                                + " for these functions {4}).",
                new Bandwidth(rates.median()),
                median.regained(),
                seconds(median),
                measured.size(),
                Objects.requireNonNull(BandwidthRange.of(rates.medianInterval()))
                        .text());
    }

    private static String seconds(RefillFit.Measured fit) {
        return String.format(Locale.ROOT, "%.1f", fit.pause().toMillis() / 1e3);
    }

    /** The rates of functions in bit/s. */
    public static double[] rates(List<RefillFit.Measured> measured) {
        return measured.stream().mapToDouble(fit -> fit.rate().bitsPerSecond()).toArray();
    }

    /** Whether so many buckets may have been full before the end of the pause that their median rate is a lower limit. */
    public static boolean isLowerLimit(List<RefillFit.Measured> measured) {
        return 2 * measured.stream().filter(RefillFit.Measured::fullAgain).count() >= measured.size();
    }
}
