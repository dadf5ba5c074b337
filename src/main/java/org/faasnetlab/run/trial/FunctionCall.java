package org.faasnetlab.run.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.workload.iperf3.Iperf3Threads;
import org.jspecify.annotations.Nullable;

/** One function of a trial as its run knows it: what it was asked and what it has said. Used by the run's thread only. */
final class FunctionCall {
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 3;

    private final FunctionRequest request;
    private @Nullable Instant invokedAt;
    private @Nullable Invocation invocation;
    private LeadEstimator.@Nullable ReadyTime ready;
    private @Nullable String iperf3Version;
    private FunctionRecord.@Nullable Finished finished;
    private FunctionRecord.@Nullable Failed failed;
    private int refusals;
    private boolean ended;

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

    /** A time by the function's clock, as far as it can be true: after the invocation and not after it was heard. */
    Instant between(Instant byFunction, Instant heard) {
        if (byFunction.isAfter(heard)) {
            return heard;
        }
        return invokedAt != null && byFunction.isBefore(invokedAt) ? invokedAt : byFunction;
    }

    void said(FunctionRecord functionRecord, Instant at) {
        if (functionRecord instanceof FunctionRecord.Ready word && invokedAt != null) {
            ready = new LeadEstimator.ReadyTime(Duration.between(invokedAt, at), word.cold());
            iperf3Version = word.iperf3Version();
        } else if (functionRecord instanceof FunctionRecord.Finished word) {
            finished = word;
        } else if (functionRecord instanceof FunctionRecord.Failed word) {
            failed = word;
        }
    }

    /** The pause before it is invoked again after one more refusal: 100, 200, 400, then 800 ms. */
    Duration backoff() {
        Duration pause = FIRST_BACKOFF.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS));
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

    /** What the receiver counted over the transfer, if the function finished and its transfer took any time. */
    Optional<Bandwidth> bandwidth() {
        return Optional.ofNullable(finished)
                .filter(word -> word.durationMicros() > 0)
                .map(word -> new Bandwidth(word.receiverBytes() * 8e6 / word.durationMicros()));
    }

    /** Share of the processor time that its iperf3 server could use and did use; empty if it is not known. */
    Optional<Double> serverBusy() {
        return request.task() instanceof Task.Iperf3 test
                        && iperf3Version != null
                        && finished != null
                        && finished.serverProcessors() != null
                ? Optional.of(Iperf3Threads.shareUsed(finished.serverProcessors(), iperf3Version, test))
                : Optional.empty();
    }

    /** The function's own last word, if it was that it failed. */
    Optional<FunctionFailure> ownFailure() {
        return Optional.ofNullable(failed).map(word -> new FunctionFailure(word.reason(), word.message()));
    }

    Optional<LeadEstimator.ReadyTime> ready() {
        return Optional.ofNullable(ready);
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
