package org.faasnetlab.plan;

import java.time.Duration;
import java.util.Optional;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadSettings;

/** Validates a plan as a whole, after each of its settings was validated separately. */
public final class PlanValidator {
    /** The preset whose trials must last long enough for a burst fit. */
    public static final String BURST_PRESET = "burst-and-baseline";

    /**
     * The slow start, a burst on a real network and the first second of the baseline, which the burst estimate uses.
     */
    private static final int SECONDS_BEFORE_BASELINE = 3;

    private PlanValidator() {}

    /** @throws InvalidPlanException with the setting to change */
    static void check(ExperimentPlan plan) throws InvalidPlanException {
        checkTrials(plan);
        checkLength(plan);
        checkDirections(plan);
        checkRepeats(plan);
        checkNetwork(plan.network());
        if (plan.preset().equals(BURST_PRESET)) {
            checkFit(plan);
        }
    }

    private static void checkTrials(ExperimentPlan plan) throws InvalidPlanException {
        long trials = countTrials(plan);
        if (trials > PlanEstimate.MAX_TRIALS) {
            throw new InvalidPlanException(
                    Phrase.of("The experiment has {0} trials; the maximum is {1}.", trials, PlanEstimate.MAX_TRIALS),
                    Phrase.of("Use fewer values or repetitions."));
        }
    }

    // Counted without creating the trials: valid settings allow up to 10^17.
    static long countTrials(ExperimentPlan plan) {
        Factors factors = plan.factors();
        return plan.workload().combinations()
                * factors.memoryMb().size()
                * factors.functions().size()
                * factors.directions().size()
                * plan.repetition().repeats();
    }

    private static void checkLength(ExperimentPlan plan) throws InvalidPlanException {
        Optional<WorkloadSettings.Problem> problem = plan.workload().problem(PlanEstimate.MAX_TEST_SECONDS);
        if (problem.isPresent()) {
            throw new InvalidPlanException(
                    Setting.ofPlan(plan, problem.get().key()),
                    problem.get().sentence(),
                    problem.get().advice());
        }
    }

    private static void checkDirections(ExperimentPlan plan) throws InvalidPlanException {
        for (int functions : plan.factors().functions()) {
            if (functions % 2 != 0 && plan.factors().directions().contains(Direction.BOTH)) {
                throw new InvalidPlanException(
                        Setting.FUNCTIONS,
                        Phrase.of("Direction both requires an even number of functions, not {0}.", functions),
                        Phrase.of("Use even values for functions, or remove the direction both."));
            }
        }
    }

    private static void checkRepeats(ExperimentPlan plan) throws InvalidPlanException {
        int repeats = plan.repetition().repeats();
        if (plan.repetition().ciWidthPercent() != null && repeats < SampleStatistics.MIN_FOR_MEDIAN_INTERVAL) {
            throw new InvalidPlanException(
                    Setting.REPEATS,
                    Phrase.of("The median of {0} trials has no 95 % CI to stop at.", repeats),
                    Phrase.of(
                            "Set repeats to at least {0}, or ciWidth to off.",
                            SampleStatistics.MIN_FOR_MEDIAN_INTERVAL));
        }
    }

    private static void checkNetwork(NetworkSettings network) throws InvalidPlanException {
        if (network.medium() == NetworkSettings.Medium.KERNEL) {
            return;
        }
        if (network.vpcLink() != null) {
            throw new InvalidPlanException(
                    Setting.VPC_LINK,
                    Phrase.of("A relay has no link of {0} that all functions share.", network.vpcLinkSetting()),
                    Phrase.of("Set network to kernel, or hosts to 1 and hostLink to this rate."));
        }
        if (network.impairment().delayMillis() > 0) {
            throw new InvalidPlanException(
                    Setting.DELAY,
                    Phrase.of(
                            "A relay does not delay packets by {0}.",
                            network.impairment().delaySetting()),
                    Phrase.of("Set network to kernel, or delay to 0ms."));
        }
        if (network.impairment().lossPercent() > 0) {
            throw new InvalidPlanException(
                    Setting.LOSS,
                    Phrase.of(
                            "A relay does not drop {0} of the packets.",
                            network.impairment().lossSetting()),
                    Phrase.of("Set network to kernel, or loss to 0%."));
        }
        if (!network.queue().equals(LinkQueue.USUAL)) {
            throw new InvalidPlanException(
                    Setting.QUEUE,
                    Phrase.of("A relay has no queue of {0}.", network.queue().toSetting()),
                    Phrase.of("Set network to kernel, or queue to {0}.", LinkQueue.USUAL.toSetting()));
        }
    }

    private static void checkFit(ExperimentPlan plan) throws InvalidPlanException {
        Workload workload = plan.workload()
                .workloads(Direction.DOWNLOAD, 1, plan.intervalMs())
                .get(0);
        TransferExtent.Time time = workload.extent().map(seconds -> seconds, bytes -> null);
        if (time == null) {
            return;
        }
        if (time.omittedSeconds() > 0) {
            throw new InvalidPlanException(
                    Setting.ofPlan(plan, "omit"),
                    Phrase.of("Burst and baseline cannot be estimated if the start is omitted."),
                    Phrase.of("Set omit to 0."));
        }
        long minSeconds = minSeconds(plan.network().link());
        if (time.seconds() < minSeconds) {
            throw new InvalidPlanException(
                    Setting.ofPlan(plan, "seconds"),
                    Phrase.of("A test of {0} seconds is too short to distinguish burst and baseline.", time.seconds()),
                    Phrase.of("Set seconds to at least {0}.", minSeconds));
        }
    }

    /** Time until the bucket is empty, plus the baseline that the fit needs. */
    private static long minSeconds(LinkProfile link) {
        double emptying = link.rate() == null || link.peak() == null
                ? 0
                : link.burst().bytes()
                        * 8
                        / (link.peak().bitsPerSecond() - link.rate().bitsPerSecond());
        return (long) Math.ceil(emptying + BurstFit.SECONDS_AFTER_KNEE) + SECONDS_BEFORE_BASELINE;
    }

    static void checkDuration(Duration duration) throws InvalidPlanException {
        if (duration.compareTo(PlanEstimate.MAX_DURATION) > 0) {
            throw new InvalidPlanException(
                    Phrase.of(
                            "The experiment would take about {0} days; the maximum is {1}.",
                            duration.toDays(), PlanEstimate.MAX_DURATION.toDays()),
                    Phrase.of("Use fewer values, fewer repetitions, or shorter tests."));
        }
    }
}
