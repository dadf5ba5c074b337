package org.faasnetlab.store;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * One function in one trial as it is kept: its own facts, then its totals if it finished or its failure if it failed.
 * Offsets are microseconds after T0 by the function's clock. A function with neither totals nor failure was still
 * under way when the program was cut off.
 *
 * @param trial index of the trial in the run
 * @param functionIndex number in the trial, from 0
 * @param host simulated host, from 0
 * @param sandboxId null until it was ready
 * @param cold whether it was its sandbox's first invocation
 * @param readyMicros from the invocation to ready, by the app's clock
 * @param startOffsetMicros when its transfer began
 * @param durationMicros length of the transfer as its measuring program states it
 * @param senderBytes bytes that the sender counted
 * @param receiverBytes bytes that the receiver counted: what was delivered
 * @param metrics what else the workload measured of its transfer, by the names of its metrics
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

    /** Whether the function delivered a result. */
    public boolean finished() {
        return failure == null && durationMicros != null && receiverBytes != null;
    }

    /** Mean bandwidth of what was delivered, or null if the function did not finish. */
    public @Nullable Bandwidth bandwidth() {
        if (failure != null || durationMicros == null || receiverBytes == null || durationMicros <= 0) {
            return null;
        }
        return new Bandwidth(receiverBytes * 8e6 / durationMicros);
    }

    /** The value of a metric of functions, or null if it is unknown. */
    public @Nullable Double value(Metric metric) {
        Bandwidth own = metric.equals(Metrics.BANDWIDTH) ? bandwidth() : null;
        return own == null ? metrics.get(metric.id()) : (Double) own.bitsPerSecond();
    }

    /** What the sender counted and the receiver never got: 0 for a download, where the function is the receiver. */
    public DataSize undelivered(Direction direction) {
        return new DataSize(
                direction != Direction.UPLOAD || senderBytes == null || receiverBytes == null
                        ? 0
                        : Math.max(0, senderBytes - receiverBytes));
    }
}
