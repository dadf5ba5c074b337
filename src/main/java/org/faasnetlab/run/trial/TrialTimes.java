package org.faasnetlab.run.trial;

import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.latency.ProbeSetting;

/**
 * The instants of a trial.
 *
 * @param t0 when all functions begin
 * @param lastRetry after this a refused function is not invoked again, because it would be ready too late
 * @param deadline when a function stops by itself
 * @param cutOff when a function that has not responded is cut off
 */
record TrialTimes(Instant t0, Instant lastRetry, Instant deadline, Instant cutOff) {
    private static final Duration RETRY_MARGIN = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration MIN_TIME_FOR_BYTES = Duration.ofSeconds(60);

    /** Maximum lifetime of a Lambda function: 15 minutes. */
    private static final Duration MAX_LENGTH = Duration.ofMinutes(15);

    /**
     * Slowest assumed rate of a transfer of bytes: a sixtieth of a Lambda function's bandwidth. Slower ones are cut
     * off.
     */
    private static final Bandwidth MIN_RATE = Bandwidth.ofMegabits(10);

    private static final Duration ANSWER_GRACE = Duration.ofSeconds(10);

    static TrialTimes of(Instant t0, Workload workload) {
        Duration probing = workload.probeMs() == null ? Duration.ZERO : ProbeSetting.AFTER;
        Instant deadline = t0.plus(length(workload.extent())).plus(probing);
        return new TrialTimes(t0, t0.minus(RETRY_MARGIN), deadline, deadline.plus(ANSWER_GRACE));
    }

    private static Duration length(TransferExtent extent) {
        return extent.map(time -> time.length().plus(GRACE), TrialTimes::length);
    }

    private static Duration length(TransferExtent.Bytes bytes) {
        Duration atMinRate = bytes.expectedDuration(MIN_RATE);
        Duration atLeast = atMinRate.compareTo(MIN_TIME_FOR_BYTES) < 0 ? MIN_TIME_FOR_BYTES : atMinRate;
        return atLeast.compareTo(MAX_LENGTH) > 0 ? MAX_LENGTH : atLeast;
    }
}
