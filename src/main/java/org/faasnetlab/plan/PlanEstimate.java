package org.faasnetlab.plan;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * Estimate of a plan before it runs.
 *
 * @param trials measurements, 1 to {@value #MAX_TRIALS}
 * @param functions invocations of all trials together
 * @param duration estimated duration, pauses included
 * @param bytesAtMost maximum payload that is sent, or null if neither the workload nor a link limits it
 */
public record PlanEstimate(
        int trials,
        long functions,
        Duration duration,
        @Nullable DataSize bytesAtMost) {

    /** More trials are rejected as a mistake: they would take days. */
    public static final int MAX_TRIALS = 100_000;

    /** A Lambda function lives 15 minutes; the remainder is for its start and its end. */
    public static final int MAX_TEST_SECONDS = 870;

    /** A longer run is rejected as a mistake. */
    public static final Duration MAX_DURATION = Duration.ofDays(7);

    private static final int LARGE_TRIALS = 1_000;
    private static final Duration LARGE_DURATION = Duration.ofHours(12);

    /** Overhead of each trial: preparation, the wait for T0, and the end. */
    static final Duration TRIAL_OVERHEAD = Duration.ofMillis(1500);

    /** Assumed rate of a transfer if no link is slower: the bandwidth of a Lambda function. */
    private static final double ASSUMED_BITS_PER_SECOND = 625e6;

    /**
     * Whether the user must confirm the plan, so that a mistyped factor does not occupy a computer, or an account, for
     * days.
     */
    public boolean isLarge() {
        return trials > LARGE_TRIALS || duration.compareTo(LARGE_DURATION) > 0;
    }

    /**
     * Counts the trials of a plan and estimates their duration.
     *
     * @throws InvalidPlanException if the plan as a whole is invalid
     */
    public static PlanEstimate of(ExperimentPlan plan) throws InvalidPlanException {
        PlanValidator.check(plan);
        List<Trial> trials = plan.trials();
        long functions = 0;
        Duration duration = plan.repetition().pause().multipliedBy(trials.size() - 1);
        double bytes = 0;
        for (Trial trial : trials) {
            functions += trial.cell().functions();
            duration = duration.plus(TRIAL_OVERHEAD).plus(length(trial));
            if (trial.cell().workload().probeMs() != null) {
                duration = duration.plus(ProbeSetting.IDLE).plus(ProbeSetting.AFTER);
            }
            bytes += bytesAtMost(trial);
        }
        PlanValidator.checkDuration(duration);
        return new PlanEstimate(
                trials.size(), functions, duration, Double.isInfinite(bytes) ? null : new DataSize((long) bytes));
    }

    /** Estimated duration of a trial's transfer. */
    static Duration length(Trial trial) {
        Cell cell = trial.cell();
        double share = cell.network().bitsPerSecondOfFunction(cell.functions());
        return cell.workload().extent().expectedDuration(new Bandwidth(Math.min(ASSUMED_BITS_PER_SECOND, share)));
    }

    private static double bytesAtMost(Trial trial) {
        Cell cell = trial.cell();
        return cell.functions()
                * cell.workload()
                        .bytesAtMost(
                                cell.network().bitsPerSecondOfFunction(cell.functions()),
                                cell.network().link().burst().bytes());
    }
}
