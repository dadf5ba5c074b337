package org.faasnetlab.run.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.FunctionRow;
import org.jspecify.annotations.Nullable;

/** What is known of one function so far, and the row that keeps it. */
final class FunctionRowAccumulator {
    private final int trial;
    private final int functionIndex;
    private final int host;
    private @Nullable Instant invokedAt;
    private @Nullable Long readyMicros;
    private @Nullable Long startOffsetMicros;
    private FunctionRecord.@Nullable Ready ready;
    private FunctionRecord.@Nullable Finished finished;
    private @Nullable FailureReason failure;
    private @Nullable String failureMessage;

    FunctionRowAccumulator(int trial, int functionIndex, int host) {
        this.trial = trial;
        this.functionIndex = functionIndex;
        this.host = host;
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
                totals == null ? null : totals.retransmits(),
                totals == null ? null : totals.mss(),
                totals == null ? null : totals.firstByteMicros(),
                totals == null ? null : totals.cpuMicros(),
                failure,
                failureMessage);
    }
}
