package org.faasnetlab.run.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.faasnetlab.analysis.stats.MetricAggregation;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** How far one trial is, from what its functions say. */
final class TrialProgress {
    private final Cell spec;
    private final Set<Integer> sending = new HashSet<>();
    /** The newest interval of each function that transfers and has reported one. */
    private final Map<Integer, Interval> latest = new HashMap<>();

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
            sending.add(functionIndex);
        } else if (functionRecord instanceof FunctionRecord.Measured measured) {
            Interval interval = measured.interval();
            sending.add(functionIndex);
            latest.put(functionIndex, interval);
            bytes += interval.bytes();
        }
    }

    void succeeded(int functionIndex) {
        ended(functionIndex);
        finished.add(functionIndex);
    }

    void failed(int functionIndex) {
        ended(functionIndex);
        failed.add(functionIndex);
    }

    private void ended(int functionIndex) {
        sending.remove(functionIndex);
        latest.remove(functionIndex);
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
        Double sum = latest(Metrics.BANDWIDTH);
        return new Bandwidth(sum == null ? 0 : sum);
    }

    /** What the functions that transfer last reported of a metric, aggregated over them; null if none has reported it. */
    @Nullable
    Double latest(Metric metric) {
        double[] values = latest.values().stream()
                .map(interval -> interval.value(metric.id()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length == 0 ? null : (Double) MetricAggregation.of(metric.overFunctions(), values);
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
