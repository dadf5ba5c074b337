package org.faasnetlab.experiment;

import java.time.Duration;
import org.faasnetlab.analysis.BurstFit;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testbed.LinkProfile;

/** What must be true of a plan as a whole, where each of its settings is right by itself. */
final class PlanRules {
    /** Its trials are there to be fitted, so they must last long enough for it. */
    static final String BURST_PRESET = "burst-and-baseline";

    /** Fewer values of a sample have no 95 % confidence interval of the median. */
    private static final int FEWEST_FOR_INTERVAL = 6;

    /** The slow start, a burst on a real network and the first second of the baseline, from which the burst is read. */
    private static final int SECONDS_BEFORE_BASELINE = 3;

    private PlanRules() {}

    /** @throws PlanRefusedException with the setting to change */
    static void check(ExperimentPlan plan) throws PlanRefusedException {
        checkTrials(plan);
        checkLength(plan);
        checkDirections(plan);
        checkRepeats(plan);
        if (plan.preset().equals(BURST_PRESET) && plan.transfer() == Transfer.IPERF3) {
            checkFit(plan);
        }
    }

    private static void checkTrials(ExperimentPlan plan) throws PlanRefusedException {
        long trials = countTrials(plan);
        if (trials > PlanEstimate.MAX_TRIALS) {
            throw new PlanRefusedException(
                    "The experiment has " + trials + " trials; " + PlanEstimate.MAX_TRIALS + " is the most.",
                    "Take fewer values or fewer repeats.");
        }
    }

    // Counted without making them: the numbers that can be typed make up to 10^17.
    static long countTrials(ExperimentPlan plan) {
        Factors factors = plan.factors();
        long own = plan.transfer() == Transfer.IPERF3
                ? factors.streams().size()
                : (long) factors.objectSizes().size() * factors.connections().size();
        return own
                * factors.memoryMb().size()
                * factors.functions().size()
                * factors.directions().size()
                * plan.repetition().repeats();
    }

    private static void checkLength(ExperimentPlan plan) throws PlanRefusedException {
        int length = plan.seconds() + plan.omitSeconds();
        if (plan.transfer() == Transfer.IPERF3 && length > PlanEstimate.MAX_TEST_SECONDS) {
            throw new PlanRefusedException(
                    Setting.SECONDS,
                    "A test of " + length + " seconds is longer than a function can live.",
                    "Choose seconds and omit so that their sum is " + PlanEstimate.MAX_TEST_SECONDS + " at most.");
        }
    }

    private static void checkDirections(ExperimentPlan plan) throws PlanRefusedException {
        for (int functions : plan.factors().functions()) {
            if (functions % 2 != 0 && plan.factors().directions().contains(Direction.BOTH)) {
                throw new PlanRefusedException(
                        Setting.FUNCTIONS,
                        "In both directions half of the functions go each way, and " + functions + " has no half.",
                        "Give functions even numbers only, or leave out the direction both.");
            }
        }
    }

    private static void checkRepeats(ExperimentPlan plan) throws PlanRefusedException {
        int repeats = plan.repetition().repeats();
        if (plan.repetition().ciWidthPercent() != null && repeats < FEWEST_FOR_INTERVAL) {
            throw new PlanRefusedException(
                    Setting.REPEATS,
                    "The median of " + repeats + " trials has no 95 % confidence interval to stop at.",
                    "Give repeats of " + FEWEST_FOR_INTERVAL + " or more, or no ciWidth.");
        }
    }

    private static void checkFit(ExperimentPlan plan) throws PlanRefusedException {
        if (plan.omitSeconds() > 0) {
            throw new PlanRefusedException(
                    Setting.OMIT, "Burst and baseline cannot be told where the start is left out.", "Leave omit at 0.");
        }
        long least = leastSeconds(plan.network().link());
        if (plan.seconds() < least) {
            throw new PlanRefusedException(
                    Setting.SECONDS,
                    "A test of " + plan.seconds() + " seconds is too short to tell burst and baseline apart.",
                    "Choose " + least + " seconds or more.");
        }
    }

    /** Until the bucket is empty, and then what the fit needs of the baseline. */
    private static long leastSeconds(LinkProfile link) {
        double emptying = link.rate() == null || link.peak() == null
                ? 0
                : link.burst().bytes()
                        * 8
                        / (link.peak().bitsPerSecond() - link.rate().bitsPerSecond());
        return (long) Math.ceil(emptying + BurstFit.SECONDS_AFTER_KNEE) + SECONDS_BEFORE_BASELINE;
    }

    static void checkDuration(Duration duration) throws PlanRefusedException {
        if (duration.compareTo(PlanEstimate.LONGEST) > 0) {
            throw new PlanRefusedException(
                    "The experiment would take about " + duration.toDays() + " days; " + PlanEstimate.LONGEST.toDays()
                            + " is the most.",
                    "Take fewer values, fewer repeats or shorter tests.");
        }
    }
}
