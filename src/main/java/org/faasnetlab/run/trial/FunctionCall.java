package org.faasnetlab.run.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/** One function of a trial as its run knows it: its task and its records. Used only by the run's thread. */
final class FunctionCall {
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final int MAX_DOUBLINGS = 3;

    private final FunctionRequest request;
    private @Nullable Instant invokedAt;
    private @Nullable Invocation invocation;
    private LeadEstimator.@Nullable ReadyTime ready;
    private FunctionRecord.@Nullable Ready readyRecord;
    private @Nullable Instant readyAt;
    private FunctionRecord.@Nullable Finished finished;
    private FunctionRecord.@Nullable Failed failed;
    private int refusals;
    private boolean concluded;

    FunctionCall(FunctionRequest request) {
        this.request = request;
    }

    FunctionRequest request() {
        return request;
    }

    int functionIndex() {
        return request.functionIndex();
    }

    void invoked(Instant at, Invocation by) {
        invokedAt = at;
        invocation = by;
    }

    /**
     * A time by the function's clock, limited to the plausible range: after the invocation and not after it was
     * received.
     */
    Instant clampToInvocation(Instant byFunction, Instant received) {
        if (byFunction.isAfter(received)) {
            return received;
        }
        return invokedAt != null && byFunction.isBefore(invokedAt) ? invokedAt : byFunction;
    }

    void recordReceived(FunctionRecord functionRecord, Instant at) {
        functionRecord.accept(new RecordFold(at));
    }

    /** The delay before it is invoked again after one more refusal: 100, 200, 400, then 800 ms. */
    Duration backoff() {
        Duration pause = FIRST_BACKOFF.multipliedBy(1L << Math.min(refusals, MAX_DOUBLINGS));
        refusals++;
        return pause;
    }

    void closeConnection() {
        if (invocation != null) {
            invocation.cancel();
        }
    }

    boolean hasFinished() {
        return finished != null;
    }

    /** Used share of the processor time available to its server; empty if unknown. */
    Optional<Double> serverUtilization(Workload workload) {
        return readyRecord == null || finished == null
                ? Optional.empty()
                : Optional.ofNullable(workload.serverUtilization(readyRecord, finished));
    }

    /**
     * The failure that the function itself reported. A deadline that it missed because it was ready long after T0 is the
     * fault of its start.
     */
    Optional<FunctionFailure> reportedFailure() {
        if (failed == null) {
            return Optional.empty();
        }
        Duration late = readyAfterT0();
        return Optional.of(
                failed.reason() == FailureReason.DEADLINE && !late.isNegative() && !late.isZero()
                        ? FunctionFailure.lateStart(late)
                        : new FunctionFailure(failed.reason(), failed.message()));
    }

    /** How long after the T0 in its event it was ready; zero or negative if it was in time, or awaited its start. */
    private Duration readyAfterT0() {
        return readyAt == null || request.awaitStart()
                ? Duration.ZERO
                : Duration.between(Instant.ofEpochMilli(request.startAtEpochMs()), readyAt);
    }

    boolean isReady() {
        return readyRecord != null;
    }

    /** Time since it was invoked last. */
    Duration sinceInvocation(Instant now) {
        return invokedAt == null ? Duration.ZERO : Duration.between(invokedAt, now);
    }

    Optional<LeadEstimator.ReadyTime> ready() {
        return Optional.ofNullable(ready);
    }

    boolean isConcluded() {
        return concluded;
    }

    void conclude() {
        concluded = true;
    }

    private final class RecordFold implements FunctionRecord.Handler<RuntimeException> {
        private final Instant at;

        RecordFold(Instant at) {
            this.at = at;
        }

        @Override
        public void on(FunctionRecord.Ready functionRecord) {
            if (invokedAt != null) {
                ready = new LeadEstimator.ReadyTime(Duration.between(invokedAt, at), functionRecord.cold());
                readyRecord = functionRecord;
                readyAt = at;
            }
        }

        @Override
        public void on(FunctionRecord.Started functionRecord) {
            // Listeners are notified; the call's outcome depends only on its last record.
        }

        @Override
        public void on(FunctionRecord.Measured functionRecord) {
            // As above.
        }

        @Override
        public void on(FunctionRecord.Heartbeat functionRecord) {
            // As above.
        }

        @Override
        public void on(FunctionRecord.Finished functionRecord) {
            finished = functionRecord;
        }

        @Override
        public void on(FunctionRecord.Failed functionRecord) {
            failed = functionRecord;
        }
    }
}
