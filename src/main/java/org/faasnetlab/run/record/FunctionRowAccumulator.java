package org.faasnetlab.run.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** What is known of one function so far, and the row that keeps it. */
final class FunctionRowAccumulator {
    private final int trial;
    private final int functionIndex;
    private final int host;
    private final Collection<String> metricNames;
    private @Nullable Instant invokedAt;
    private @Nullable Long readyMicros;
    private @Nullable Long startOffsetMicros;
    private FunctionRecord.@Nullable Ready ready;
    private FunctionRecord.@Nullable Finished finished;
    private @Nullable FailureReason failure;
    private @Nullable String failureMessage;

    /** @param metricNames of the workload's metrics of functions; whatever else a function reports is not stored */
    FunctionRowAccumulator(int trial, int functionIndex, int host, Collection<String> metricNames) {
        this.trial = trial;
        this.functionIndex = functionIndex;
        this.host = host;
        this.metricNames = metricNames;
    }

    void invoked(Instant at) {
        invokedAt = at;
    }

    void heard(FunctionRecord functionRecord, Instant at) {
        if (functionRecord instanceof FunctionRecord.Ready word) {
            ready = word;
            readyMicros = invokedAt == null ? null : ChronoUnit.MICROS.between(invokedAt, at);
        } else if (functionRecord instanceof FunctionRecord.Started word) {
            startOffsetMicros = word.offsetMicros();
        } else if (functionRecord instanceof FunctionRecord.Finished word) {
            finished = word;
            startOffsetMicros = word.offsetMicros();
        }
    }

    void failed(FailureReason reason, String message) {
        failure = reason;
        failureMessage = message;
    }

    FunctionRow row() {
        FunctionRecord.@Nullable Finished totals = finished;
        return new FunctionRow(
                trial,
                functionIndex,
                host,
                ready == null ? null : ready.sandboxId(),
                ready == null ? null : ready.cold(),
                readyMicros,
                startOffsetMicros,
                totals == null ? null : totals.durationMicros(),
                totals == null ? null : totals.senderBytes(),
                totals == null ? null : totals.receiverBytes(),
                totals == null ? MetricValues.NONE : metrics(totals),
                failure,
                failureMessage);
    }

    private MetricValues metrics(FunctionRecord.Finished totals) {
        Map<String, Number> values = new HashMap<>();
        MetricValues further = totals.metrics().only(metricNames);
        for (int i = 0; i < further.names().size(); i++) {
            values.put(further.names().get(i), further.value(i));
        }
        put(values, Metrics.RETRANSMITS, totals.retransmits());
        put(values, Metrics.MSS, totals.mss());
        put(values, Metrics.FIRST_BYTE, totals.firstByteMicros());
        put(values, Metrics.CPU, totals.cpuMicros());
        return MetricValues.of(values);
    }

    private static void put(Map<String, Number> values, Metric metric, @Nullable Number value) {
        if (value != null) {
            values.put(metric.id(), value);
        }
    }
}
