package org.faasnetlab.analysis.burst;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;

/**
 * What the earlier trials of a run took from the token buckets of sandboxes. A bucket is full only in the first transfer of
 * its sandbox, or after a pause long enough; in others the burst is what was refilled.
 */
public final class BucketHistory {
    private static final DataSize NOTHING = new DataSize(0);

    private final Map<Bucket, DataSize> largestBursts = new HashMap<>();

    /** A sandbox has one bucket for each direction. */
    record Bucket(String sandboxId, Direction direction) {}

    /** Whether the sandbox of a function may have transferred in this direction in an earlier trial. */
    boolean isUsed(FunctionRow function, Direction direction) {
        String sandbox = function.sandboxId();
        return sandbox != null && largestBursts.containsKey(new Bucket(sandbox, direction));
    }

    /** The largest burst in earlier trials; 0 if there was none. */
    DataSize largestBurst(Bucket bucket) {
        return largestBursts.getOrDefault(bucket, NOTHING);
    }

    /** The next trial of the run has been analyzed. */
    public void add(TrialRow trial, Collection<FunctionFindings> functions) {
        for (FunctionFindings findings : functions) {
            String sandbox = findings.function().sandboxId();
            if (sandbox != null) {
                BurstFit.Fitted burst =
                        findings.burst() == null ? null : findings.burst().burstOrNull();
                largestBursts.merge(
                        new Bucket(
                                sandbox, trial.directionOf(findings.function().functionIndex())),
                        burst == null ? NOTHING : burst.burst(),
                        (one, other) -> one.compareTo(other) >= 0 ? one : other);
            }
        }
    }
}
