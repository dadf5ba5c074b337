package org.faasnetlab.run.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/** How far one trial is, from what its functions say. */
final class TrialProgress {
    private final Cell spec;
    private final Map<Integer, Bandwidth> sending = new HashMap<>();
    private final Set<Integer> finished = new HashSet<>();
    private final Set<Integer> failed = new HashSet<>();
    private @Nullable Instant t0;
    private long bytes;

    TrialProgress(Trial trial) {
        this.spec = trial.spec();
    }

    void started(Instant start) {
        t0 = start;
    }

    void said(int functionIndex, FunctionRecord functionRecord) {
        if (functionRecord instanceof FunctionRecord.Started) {
            sending.put(functionIndex, new Bandwidth(0));
        } else if (functionRecord instanceof FunctionRecord.Measured measured) {
            Interval interval = measured.interval();
            sending.put(functionIndex, interval.bandwidth());
            bytes += interval.bytes();
        }
    }

    void succeeded(int functionIndex) {
        sending.remove(functionIndex);
        finished.add(functionIndex);
    }

    void failed(int functionIndex) {
        sending.remove(functionIndex);
        failed.add(functionIndex);
    }

    int functions() {
        return spec.functions();
    }

    int sending() {
        return sending.size();
    }

    int finished() {
        return finished.size();
    }

    int failed() {
        return failed.size();
    }

    Bandwidth aggregate() {
        return new Bandwidth(
                sending.values().stream().mapToDouble(Bandwidth::bitsPerSecond).sum());
    }

    /** Null while the trial is prepared and until T0. */
    @Nullable
    Duration sinceT0(Instant now) {
        return t0 == null || now.isBefore(t0) ? null : Duration.between(t0, now);
    }

    /** Share of the trial that is done, 0 to 1. */
    double done(Instant now) {
        Duration since = sinceT0(now);
        return since == null ? 0 : spec.workload().extent().done(since, bytes, spec.functions());
    }
}
