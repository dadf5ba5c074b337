package org.faasnetlab.store;

import java.util.Locale;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * A stored row for one function in one trial: its properties, and its totals if it finished or its failure if it
 * failed. Offsets are microseconds after T0 by the function's clock. A function with neither totals nor failure was
 * still running when the program was interrupted.
 *
 * @param trial index of the trial in the run
 * @param functionIndex index in the trial, from 0
 * @param host simulated host, from 0
 * @param sandboxId null until it is ready
 * @param cold whether this was the first invocation of its sandbox
 * @param readyMicros time from the invocation to ready, by the app's clock
 * @param startOffsetMicros when its transfer started
 * @param durationMicros length of the transfer as reported by the measuring program
 * @param senderBytes bytes that the sender counted
 * @param receiverBytes bytes that the receiver counted
 * @param metrics further metrics of the transfer, by metric name
 */
public record FunctionRow(
        int trial,
        int functionIndex,
        int host,
        @Nullable String sandboxId,
        @Nullable Boolean cold,
        @Nullable Long readyMicros,
        @Nullable Long startOffsetMicros,
        @Nullable Long durationMicros,
        @Nullable Long senderBytes,
        @Nullable Long receiverBytes,
        MetricValues metrics,
        @Nullable FailureReason failure,
        @Nullable String failureMessage) {

    /** How a function ended. */
    public enum End {
        /** With a result. */
        FINISHED,
        /** With a failure that was reported or noticed. */
        FAILED,
        /** It was under way when the program was interrupted. */
        CUT_OFF;

        /** The name in exports: {@code finished}, {@code failed} or {@code cut-off}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How the function ended. */
    public End end() {
        if (failure != null) {
            return End.FAILED;
        }
        return finished() ? End.FINISHED : End.CUT_OFF;
    }

    /** Whether the function finished with a result. */
    public boolean finished() {
        return failure == null && durationMicros != null && receiverBytes != null;
    }

    /** Mean bandwidth at the receiver, or null if the function did not finish. */
    public @Nullable Bandwidth bandwidth() {
        if (failure != null || durationMicros == null || receiverBytes == null || durationMicros <= 0) {
            return null;
        }
        return new Bandwidth(receiverBytes * 8e6 / durationMicros);
    }

    /** The value of a function metric, or null if unknown. */
    public @Nullable Double value(Metric metric) {
        Bandwidth own = metric.equals(Metrics.BANDWIDTH) ? bandwidth() : null;
        return own == null ? metrics.get(metric.id()) : (Double) own.bitsPerSecond();
    }

    /** A copy with other metrics. */
    public FunctionRow withMetrics(MetricValues others) {
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
                others,
                failure,
                failureMessage);
    }

    /** Bytes that were sent but not received; 0 for a download, where the function is the receiver. */
    public DataSize undelivered(Direction direction) {
        return new DataSize(
                direction != Direction.UPLOAD || senderBytes == null || receiverBytes == null
                        ? 0
                        : Math.max(0, senderBytes - receiverBytes));
    }
}
