package org.faasnetlab.analysis.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.faasnetlab.store.FunctionRow;

/**
 * The times of a parallel job, as the study of 2019 defines them (figures 4c and 7). The wait for the common start is
 * part of the measurement method and not of the job, so all times count from T0. Failed functions are left out.
 *
 * @param response from T0 until the last function has finished: what the user of the job waits for
 * @param functionTimes transfer time of each function that finished
 */
public record JobTimes(Duration response, List<Duration> functionTimes) {
    public JobTimes {
        functionTimes = List.copyOf(functionTimes);
    }

    /**
     * The times of one job, from its functions.
     *
     * @param functions of one trial; empty if none of them finished
     */
    public static Optional<JobTimes> of(List<FunctionRow> functions) {
        List<Duration> times = new ArrayList<>();
        long last = 0;
        for (FunctionRow function : functions) {
            if (function.finished() && function.startOffsetMicros() != null) {
                long duration = Objects.requireNonNull(function.durationMicros());
                times.add(micros(duration));
                last = Math.max(last, function.startOffsetMicros() + duration);
            }
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(new JobTimes(micros(last), times));
    }

    /** Sum of the functions' times, which is billed. */
    public Duration aggregated() {
        return functionTimes.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }
}
