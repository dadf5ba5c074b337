package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;

/**
 * How fast buckets refilled in the pause between one trial and the next, over the functions that ran in the same sandbox
 * in both.
 *
 * @param fits by function of the later trial, in order of its number
 */
public record RefillSummary(List<RefillFit> fits) {
    public RefillSummary {
        fits = List.copyOf(fits);
    }

    /** A trial with what was measured in it, as far as the refill needs it. */
    record Part(long t0EpochMicros, List<FunctionRow> functions, Map<Integer, List<Interval>> intervals) {

        private List<RefillFit.Transfer> transfers() {
            return functions.stream()
                    .filter(FunctionRow::finished)
                    .filter(one -> one.sandboxId() != null && intervals.containsKey(one.worker()))
                    .map(one -> new RefillFit.Transfer(
                            Objects.requireNonNull(one.sandboxId()),
                            t0EpochMicros,
                            intervals.getOrDefault(one.worker(), List.of())))
                    .toList();
        }
    }

    static RefillSummary between(Part earlier, Part later) {
        Map<String, RefillFit.Transfer> before = earlier.transfers().stream()
                .collect(Collectors.toMap(RefillFit.Transfer::sandboxId, Function.identity(), (first, last) -> last));
        List<RefillFit> fits = new ArrayList<>();
        for (RefillFit.Transfer after : later.transfers()) {
            RefillFit.Transfer first = before.get(after.sandboxId());
            if (first != null) {
                fits.add(RefillFit.of(first, after));
            }
        }
        return new RefillSummary(fits);
    }

    /** What came out, in one sentence. */
    public String sentence() {
        List<RefillFit.Measured> measured = fits.stream()
                .filter(RefillFit.Measured.class::isInstance)
                .map(RefillFit.Measured.class::cast)
                .sorted(Comparator.comparing(RefillFit.Measured::rate))
                .toList();
        if (!measured.isEmpty()) {
            RefillFit.Measured median = measured.get(measured.size() / 2);
            return String.format(
                    Locale.ROOT,
                    "The bucket refilled at %s%s: %s in a pause of %.1f s (median of %d %s).",
                    median.rate(),
                    median.fullAgain() ? " or more" : "",
                    median.regained(),
                    median.pause().toMillis() / 1e3,
                    measured.size(),
                    measured.size() == 1 ? "function" : "functions");
        }
        return fits.stream()
                .filter(RefillFit.NotMeasurable.class::isInstance)
                .map(fit ->
                        "No refill to be seen: " + BurstWords.decapitalised(((RefillFit.NotMeasurable) fit).reason()))
                .findFirst()
                .orElse("No refill to be seen: no function ran in the sandbox of the trial before.");
    }
}
