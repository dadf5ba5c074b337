package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.TrialData;
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

    public static RefillSummary between(TrialData earlier, TrialData later) {
        Map<Bucket, RefillFit.Transfer> before = transfers(earlier);
        List<RefillFit> fits = new ArrayList<>();
        transfers(later).forEach((bucket, after) -> {
            RefillFit.Transfer first = before.get(bucket);
            if (first != null) {
                fits.add(RefillFit.of(first, after));
            }
        });
        return new RefillSummary(fits);
    }

    /** A sandbox has one bucket for each direction. */
    private record Bucket(String sandboxId, Direction direction) {}

    private static Map<Bucket, RefillFit.Transfer> transfers(TrialData data) {
        Map<Bucket, RefillFit.Transfer> transfers = new LinkedHashMap<>();
        Long t0 = data.trial().t0EpochMicros();
        Map<Integer, List<Interval>> intervals = data.intervalsByFunction();
        for (FunctionRow function : data.functions()) {
            List<Interval> own = intervals.get(function.functionIndex());
            String sandbox = function.sandboxId();
            if (t0 != null && function.finished() && sandbox != null && own != null) {
                Direction direction = data.trial().directionOf(function.functionIndex());
                transfers.put(
                        new Bucket(sandbox, direction),
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
    public String sentence() {
        List<RefillFit.Measured> measured = measured();
        if (!measured.isEmpty()) {
            return measured.size() == 1 ? ofOne(measured.get(0)) : ofSeveral(measured);
        }
        return fits.isEmpty()
                ? "No refill measured: no function reused a sandbox of the previous trial in its direction."
                : "No refill measured: " + BurstFormatter.decapitalised(reason(fits.get(0)));
    }

    private static String reason(RefillFit fit) {
        return fit.accept(new RefillFit.Handler<>() {
            @Override
            public String on(RefillFit.Measured fit) {
                throw new IllegalStateException("the refill was measured");
            }

            @Override
            public String on(RefillFit.NotMeasurable fit) {
                return fit.reason();
            }
        });
    }

    private static String ofOne(RefillFit.Measured fit) {
        return String.format(
                Locale.ROOT,
                "The bucket refilled at %s%s: %s in a pause of %.1f s (1 function; 95 %% CI %s to %s).",
                fit.rate(),
                fit.fullAgain() ? " or more" : "",
                fit.regained(),
                fit.pause().toMillis() / 1e3,
                fit.low(),
                fit.high() == null ? "unknown" : fit.high());
    }

    /** The interval is that of the functions in this pause: another pause may differ. */
    private static String ofSeveral(List<RefillFit.Measured> measured) {
        SampleStatistics rates = SampleStatistics.of(rates(measured));
        RefillFit.Measured median = measured.get(measured.size() / 2);
        return String.format(
                Locale.ROOT,
                "The bucket refilled at %s%s: %s in a pause of %.1f s (median of the %d functions of one pause; 95 %% CI"
                        + " for these functions %s).",
                new Bandwidth(rates.median()),
                isLowerLimit(measured) ? " or more" : "",
                median.regained(),
                median.pause().toMillis() / 1e3,
                measured.size(),
                BandwidthRange.of(rates.medianInterval()));
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
