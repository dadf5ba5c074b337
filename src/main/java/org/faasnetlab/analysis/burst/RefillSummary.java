package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.analysis.summary.TrialData;
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
        for (FunctionRow one : data.functions()) {
            List<Interval> own = intervals.get(one.functionIndex());
            String sandbox = one.sandboxId();
            if (t0 != null && one.finished() && sandbox != null && own != null) {
                Direction direction = data.trial().directionOf(one.functionIndex());
                transfers.put(
                        new Bucket(sandbox, direction),
                        new RefillFit.Transfer(sandbox, t0, own, one.undelivered(direction)));
            }
        }
        return transfers;
    }

    /** The results, in one sentence. */
    public String sentence() {
        List<RefillFit.Measured> measured = new ArrayList<>();
        List<RefillFit.NotMeasurable> others = new ArrayList<>();
        for (RefillFit fit : fits) {
            fit.accept(new RefillFit.Handler<Boolean>() {
                @Override
                public Boolean on(RefillFit.Measured fit) {
                    return measured.add(fit);
                }

                @Override
                public Boolean on(RefillFit.NotMeasurable fit) {
                    return others.add(fit);
                }
            });
        }
        if (!measured.isEmpty()) {
            measured.sort(Comparator.comparing(RefillFit.Measured::rate));
            return sentence(measured.get(measured.size() / 2), measured.size());
        }
        return others.isEmpty()
                ? "No refill measured: no function reused a sandbox of the previous trial in its direction."
                : "No refill measured: "
                        + BurstFormatter.decapitalised(others.get(0).reason());
    }

    private static String sentence(RefillFit.Measured median, int functions) {
        return String.format(
                Locale.ROOT,
                "The bucket refilled at %s%s: %s in a pause of %.1f s (median of %d %s; 95 %% CI %s to %s).",
                median.rate(),
                median.fullAgain() ? " or more" : "",
                median.regained(),
                median.pause().toMillis() / 1e3,
                functions,
                functions == 1 ? "function" : "functions",
                median.low(),
                median.high() == null ? "unknown" : median.high());
    }
}
