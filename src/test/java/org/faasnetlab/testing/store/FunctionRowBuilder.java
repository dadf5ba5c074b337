package org.faasnetlab.testing.store;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** A row of a function for a test, which names only what it is about; the rest is not known. */
public final class FunctionRowBuilder {
    private int trial;
    private final int functionIndex;
    private int host;
    private @Nullable String sandboxId;
    private @Nullable Boolean cold;
    private @Nullable Long readyMicros;
    private @Nullable Long startOffsetMicros;
    private @Nullable Long durationMicros;
    private @Nullable Long senderBytes;
    private @Nullable Long receiverBytes;
    private final Map<String, Double> metrics = new TreeMap<>();
    private @Nullable FailureReason failure;
    private @Nullable String failureMessage;

    private FunctionRowBuilder(int functionIndex) {
        this.functionIndex = functionIndex;
    }

    /** A function of the first trial, on the first host. */
    public static FunctionRowBuilder function(int functionIndex) {
        return new FunctionRowBuilder(functionIndex);
    }

    public static FunctionRowBuilder like(FunctionRow row) {
        FunctionRowBuilder same = new FunctionRowBuilder(row.functionIndex());
        same.trial = row.trial();
        same.host = row.host();
        same.sandboxId = row.sandboxId();
        same.cold = row.cold();
        same.readyMicros = row.readyMicros();
        same.startOffsetMicros = row.startOffsetMicros();
        same.durationMicros = row.durationMicros();
        same.senderBytes = row.senderBytes();
        same.receiverBytes = row.receiverBytes();
        for (String metric : row.metrics().names()) {
            same.metrics.put(metric, row.metrics().get(metric));
        }
        same.failure = row.failure();
        same.failureMessage = row.failureMessage();
        return same;
    }

    public FunctionRowBuilder trial(int trial) {
        this.trial = trial;
        return this;
    }

    public FunctionRowBuilder host(int host) {
        this.host = host;
        return this;
    }

    /** It was ready, in this sandbox. */
    public FunctionRowBuilder ready(String sandboxId, boolean cold, long readyMicros) {
        this.sandboxId = sandboxId;
        this.readyMicros = readyMicros;
        return cold(cold);
    }

    public FunctionRowBuilder sandbox(@Nullable String sandboxId) {
        this.sandboxId = sandboxId;
        return this;
    }

    public FunctionRowBuilder cold(boolean cold) {
        this.cold = cold;
        return this;
    }

    public FunctionRowBuilder started(@Nullable Long offsetMicros) {
        startOffsetMicros = offsetMicros;
        return this;
    }

    /** Its transfer ended, and all that was sent arrived. */
    public FunctionRowBuilder delivered(long durationMicros, long bytes) {
        return delivered(durationMicros, bytes, bytes);
    }

    public FunctionRowBuilder delivered(long durationMicros, long senderBytes, long receiverBytes) {
        this.durationMicros = durationMicros;
        this.senderBytes = senderBytes;
        this.receiverBytes = receiverBytes;
        return this;
    }

    public FunctionRowBuilder tcp(long retransmits, int mss) {
        return metric(Metrics.RETRANSMITS, retransmits).metric(Metrics.MSS, mss);
    }

    public FunctionRowBuilder firstByte(long micros) {
        return metric(Metrics.FIRST_BYTE, micros);
    }

    public FunctionRowBuilder cpu(long micros) {
        return metric(Metrics.CPU, micros);
    }

    public FunctionRowBuilder metric(Metric metric, double value) {
        metrics.put(metric.id(), value);
        return this;
    }

    /** It failed, so nothing is known of its transfer but perhaps when it began. */
    public FunctionRowBuilder failed(FailureReason reason, @Nullable String message) {
        durationMicros = null;
        senderBytes = null;
        receiverBytes = null;
        metrics.clear();
        failure = reason;
        failureMessage = message;
        return this;
    }

    public FunctionRow row() {
        return new FunctionRow(
                trial,
                functionIndex,
                host,
                sandboxId,
                cold,
                readyMicros,
                startOffsetMicros,
                durationMicros,
                senderBytes,
                receiverBytes,
                MetricValues.of(metrics),
                failure,
                failureMessage);
    }
}
