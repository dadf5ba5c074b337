package org.faasnetlab.analysis.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * Finds the verdict on a trial. Reasons why nothing can be concluded come first, then the limits, the best-proven
 * first. A limit counts only if it was reached; missing evidence proves nothing.
 */
public final class VerdictRules {
    static final double MAX_FAILED_SHARE = 0.1;
    static final Duration MAX_START_SPREAD = Duration.ofMillis(500);
    static final double BUSY = 0.9;
    /** A limit counts as reached from this share on; headers and the ends of a transfer use the rest. */
    static final double REACHED = 0.9;

    private static final double MAX_OVERSHOOT = 1.06;
    /** Tolerance of a simulated link. */
    private static final double SIMULATED_TOLERANCE = 0.05;
    /** Memory size below which a function has less than one processor. */
    public static final int ONE_PROCESSOR_MB = 1769;

    private static final String VPC_FIGURE = "skyrise2024-total";
    private static final int MIN_FUNCTIONS_AT_VPC_CEILING = 64;
    private static final double VPC_TOLERANCE = 0.1;

    private final PublishedResults published;

    public VerdictRules(PublishedResults published) {
        this.published = published;
    }

    /** @param fit of the trial's function with the median bandwidth */
    public Verdict of(TrialSummary trial, BurstFit fit, Evidence evidence) {
        Bandwidth steady = steady(trial, fit);
        SimulatedCapacity simulated = SimulatedCapacity.of(trial.trial());
        return Stream.<Supplier<Optional<Verdict>>>of(
                        () -> inconclusive(trial),
                        () -> simulatedHostLink(trial, simulated),
                        () -> simulatedFunctionLink(steady, fit, simulated),
                        () -> saturated(evidence.computerBusy()).map(Verdict.LocalComputerBusy::new),
                        () -> tooShort(fit),
                        () -> saturated(evidence.serverBusy()).map(Verdict.ServerCpu::new),
                        () -> saturated(evidence.serverDiskBusy()).map(Verdict.ServerDisk::new),
                        () -> serverNetwork(trial, evidence),
                        () -> functionCap(steady, evidence),
                        () -> functionCpu(trial, evidence),
                        () -> vpcCeiling(trial, evidence))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Verdict.Undetermined(missing(simulated, evidence)));
    }

    /** Why a trial is inconclusive about the limits of functions, if it is. */
    public Optional<Verdict> inconclusive(TrialSummary trial) {
        return failures(trial).or(() -> startSpread(trial));
    }

    /** Rate of a function after any burst; 0 if none finished. */
    static Bandwidth steady(TrialSummary trial, BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return fitted.baseline().rate();
        }
        if (fit instanceof BurstFit.NoBurst none) {
            return none.baseline().rate();
        }
        return Objects.requireNonNullElse(trial.medianEach(), new Bandwidth(0));
    }

    private static Optional<Verdict> failures(TrialSummary trial) {
        int without = trial.functions() - trial.finished();
        return trial.finished() == 0 || without > MAX_FAILED_SHARE * trial.functions()
                ? Optional.of(new Verdict.TooManyFailures(without, trial.functions()))
                : Optional.empty();
    }

    private static Optional<Verdict> startSpread(TrialSummary trial) {
        return Optional.ofNullable(trial.startSpread())
                .map(StartSpread::spread)
                .filter(spread -> spread.compareTo(MAX_START_SPREAD) > 0)
                .map(Verdict.StartSpreadTooWide::new);
    }

    private static Optional<Verdict> simulatedHostLink(TrialSummary trial, SimulatedCapacity simulated) {
        Bandwidth hostLink = simulated.hostLink();
        Bandwidth aggregate = trial.aggregate();
        if (hostLink == null || aggregate == null || !simulated.isHostLimited()) {
            return Optional.empty();
        }
        Bandwidth expected = simulated.expected();
        return matches(aggregate, expected)
                ? Optional.of(new Verdict.SimulatedHostLink(
                        aggregate, expected, simulated.functions(), simulated.hosts(), hostLink))
                : Optional.empty();
    }

    private static Optional<Verdict> simulatedFunctionLink(
            Bandwidth steady, BurstFit fit, SimulatedCapacity simulated) {
        Bandwidth rate = simulated.link().rate();
        if (rate == null) {
            return Optional.empty();
        }
        boolean bucket = simulated.link().burst().bytes() > 0;
        if (bucket
                && fit instanceof BurstFit.NoBurst
                && steady.bitsPerSecond() > MAX_OVERSHOOT * rate.bitsPerSecond()) {
            return Optional.of(new Verdict.TooShort("The burst did not end before the transfer did."));
        }
        return matches(steady, rate) && !(bucket && fit instanceof BurstFit.TooShort)
                ? Optional.of(new Verdict.SimulatedFunctionLink(steady, rate))
                : Optional.empty();
    }

    private static Optional<Verdict> tooShort(BurstFit fit) {
        return fit instanceof BurstFit.TooShort known
                ? Optional.of(new Verdict.TooShort(known.reason()))
                : Optional.empty();
    }

    private static Optional<Verdict> serverNetwork(TrialSummary trial, Evidence evidence) {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit != null && aggregate != null && share(aggregate, limit) >= REACHED
                ? Optional.of(new Verdict.ServerNetwork(aggregate, limit))
                : Optional.empty();
    }

    private static Optional<Verdict> functionCap(Bandwidth steady, Evidence evidence) {
        return Optional.ofNullable(evidence.functionCap())
                .filter(cap -> reaches(steady, cap))
                .map(cap -> new Verdict.FunctionCap(steady, cap));
    }

    static boolean reaches(Bandwidth steady, Bandwidth cap) {
        return share(steady, cap) >= REACHED && share(steady, cap) <= MAX_OVERSHOOT;
    }

    private static Optional<Verdict> functionCpu(TrialSummary trial, Evidence evidence) {
        int memory = trial.trial().memoryMb();
        return saturated(evidence.functionBusy())
                .filter(busy -> memory < ONE_PROCESSOR_MB)
                .map(busy -> new Verdict.FunctionCpu(busy, memory));
    }

    private Optional<Verdict> vpcCeiling(TrialSummary trial, Evidence evidence) {
        Bandwidth aggregate = trial.aggregate();
        if (!Boolean.TRUE.equals(evidence.insideVpc())
                || aggregate == null
                || trial.functions() < MIN_FUNCTIONS_AT_VPC_CEILING) {
            return Optional.empty();
        }
        return published
                .figure(VPC_FIGURE)
                .filter(figure -> figure.series("inside one VPC").stream()
                        .flatMap(line -> line.points().stream()
                                .filter(point -> point.x() >= MIN_FUNCTIONS_AT_VPC_CEILING)
                                .map(point -> line.unit().bandwidth(point.y())))
                        .anyMatch(plateau -> Math.abs(share(aggregate, plateau) - 1) <= VPC_TOLERANCE))
                .map(figure -> new Verdict.VpcCeiling(
                        aggregate, trial.functions(), figure.source().citation()));
    }

    /** Evidence that could decide the verdict but was not recorded. */
    private static List<String> missing(SimulatedCapacity simulated, Evidence evidence) {
        List<String> missing = new ArrayList<>();
        if (evidence.computerBusy() == null && (simulated.simulated() || evidence.functionCap() == null)) {
            missing.add("CPU utilization of this computer");
        }
        // If this computer's load is known, the servers ran on it too.
        if (!simulated.simulated() && evidence.computerBusy() == null) {
            if (evidence.serverBusy() == null) {
                missing.add("utilization of the servers");
            }
            if (evidence.serverLimit() == null) {
                missing.add("capacity of the servers' network");
            }
            if (evidence.functionBusy() == null) {
                missing.add("used CPU share of a function");
            }
        }
        return missing;
    }

    private static Optional<Double> saturated(@Nullable Double share) {
        return Optional.ofNullable(share).filter(known -> known > BUSY);
    }

    static boolean matches(Bandwidth measured, Bandwidth limit) {
        return Math.abs(share(measured, limit) - 1) <= SIMULATED_TOLERANCE;
    }

    static double share(Bandwidth measured, Bandwidth limit) {
        return measured.bitsPerSecond() / limit.bitsPerSecond();
    }
}
