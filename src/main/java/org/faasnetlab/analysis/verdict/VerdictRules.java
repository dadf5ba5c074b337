package org.faasnetlab.analysis.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.udp.UdpMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Finds the verdict on a trial. Reasons why nothing can be concluded come first, then the limits, the best-proven
 * first. A limit counts only if it was reached; missing evidence proves nothing.
 */
public final class VerdictRules {
    static final double MAX_FAILED_SHARE = Validity.MAX_FAILED_SHARE;

    static final Duration MAX_START_SPREAD = Validity.MAX_START_SPREAD;
    static final double BUSY = Validity.BUSY;
    /** A limit counts as reached from this share on: headers take 4.4 % (1,448 of 1,514 bytes), ends of transfers the rest. */
    static final double REACHED = 0.9;
    /** Limits that are set in MiB are 4.9 % above the same number of MB. */
    private static final double MAX_OVERSHOOT = 1.06;
    /** More than twice the deviation of simulated links: 63.7 for 62.5 Mbit/s at most (docs/benchmarks.md). */
    private static final double SIMULATED_TOLERANCE = 0.05;
    /** A loss of 1 % is the most that counts as carried: what is under way for 0.1 s at the end of a test of 10 s. */
    private static final double OFFERED_TOLERANCE = 0.01;
    /** Both ends of an interval lie within this share of a limit: twice of what REACHED allows for. */
    private static final double NEAR = 0.2;
    /** Memory size below which a function has less than one processor. */
    public static final int ONE_PROCESSOR_MB = 1769;

    private static final String VPC_FIGURE = "skyrise2024-total";
    /** From here on the published total of one VPC does not grow. */
    private static final int MIN_FUNCTIONS_AT_VPC_CEILING = 64;
    /** The published totals of 128 and 256 functions spread by 4 % and less; as much again is left for another day. */
    private static final double VPC_TOLERANCE = 0.1;

    private final PublishedResults published;

    public VerdictRules(PublishedResults published) {
        this.published = published;
    }

    /**
     * Applies the rules to a trial.
     *
     * @param fit of the trial's function with the median bandwidth
     */
    public Verdict of(TrialSummary trial, BurstFit fit, Evidence evidence) {
        Baseline steady = steady(trial, fit);
        SimulatedCapacity simulated = SimulatedCapacity.of(trial.trial());
        return Stream.<Supplier<Optional<Verdict>>>of(
                        () -> inconclusive(trial, evidence.computerBusy()),
                        () -> senderLimited(trial),
                        () -> saturated(evidence.computerBusy()).map(Verdict.LocalComputerBusy::new),
                        () -> endedEarly(trial),
                        () -> offeredRate(trial),
                        () -> simulatedVpcLink(trial, simulated),
                        () -> simulatedHostLink(trial, simulated),
                        () -> simulatedFunctionLink(trial, steady, fit, simulated),
                        () -> tooShort(fit),
                        () -> saturated(evidence.serverBusy()).map(Verdict.ServerCpu::new),
                        () -> saturated(evidence.serverDiskBusy()).map(Verdict.ServerDisk::new),
                        () -> serverNetwork(trial, evidence),
                        () -> functionCap(steady, evidence),
                        () -> functionCpu(trial, evidence),
                        () -> vpcCeiling(trial, evidence),
                        () -> rateChanged(fit))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Verdict.Undetermined(missing(simulated, evidence)));
    }

    /** The verdict on a trial whose functions have searched a limit themselves. */
    public Verdict ofSearch(TrialSummary trial, Evidence evidence) {
        return inconclusive(trial, evidence.computerBusy())
                .or(() -> saturated(evidence.computerBusy()).map(Verdict.LocalComputerBusy::new))
                .orElseGet(Verdict.Searched::new);
    }

    /** Why a trial is inconclusive about the limits of functions, if it is. */
    public Optional<Verdict> inconclusive(TrialSummary trial) {
        return inconclusive(trial, null);
    }

    private static Optional<Verdict> inconclusive(TrialSummary trial, @Nullable Double computerBusy) {
        return failures(trial, computerBusy)
                .or(() -> missedStart(trial, computerBusy))
                .or(() -> startSpread(trial, computerBusy))
                .or(() -> incomplete(trial));
    }

    /**
     * Rate of a function after any burst. If the transfer was too short for one, the median over whole transfers, or 0 if
     * none finished. Null if the rate changed, so that there is no such rate.
     */
    static @Nullable Baseline steady(TrialSummary trial, BurstFit fit) {
        return fit.accept(new BurstFit.Handler<Optional<Baseline>>() {
                    @Override
                    public Optional<Baseline> on(BurstFit.Fitted fit) {
                        return Optional.of(fit.baseline());
                    }

                    @Override
                    public Optional<Baseline> on(BurstFit.TwoLevels fit) {
                        return Optional.of(fit.baseline());
                    }

                    @Override
                    public Optional<Baseline> on(BurstFit.NoBurst fit) {
                        return Optional.of(fit.baseline());
                    }

                    @Override
                    public Optional<Baseline> on(BurstFit.RateChanged fit) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Baseline> on(BurstFit.TooShort fit) {
                        Bandwidth each = Objects.requireNonNullElse(trial.medianEach(), new Bandwidth(0));
                        return Optional.of(new Baseline(each, each, each, 0));
                    }
                })
                .orElse(null);
    }

    private static Optional<Verdict> failures(TrialSummary trial, @Nullable Double computerBusy) {
        int without = trial.functions() - trial.finished();
        return trial.finished() == 0 || without > MAX_FAILED_SHARE * trial.functions()
                ? Optional.of(new Verdict.TooManyFailures(without, trial.functions(), computerBusy))
                : Optional.empty();
    }

    private static Optional<Verdict> missedStart(TrialSummary trial, @Nullable Double computerBusy) {
        return trial.validity().reasons().contains(InvalidReason.MISSED_START)
                ? Optional.of(new Verdict.MissedStart(trial.functions(), computerBusy))
                : Optional.empty();
    }

    private static Optional<Verdict> startSpread(TrialSummary trial, @Nullable Double computerBusy) {
        return Optional.ofNullable(trial.startSpread())
                .map(StartSpread::spread)
                .filter(spread -> spread.compareTo(MAX_START_SPREAD) > 0)
                .map(spread -> new Verdict.StartSpreadTooWide(spread, computerBusy));
    }

    /** Before a busy computer, which is a likely cause of it: this says what to do. */
    private static Optional<Verdict> senderLimited(TrialSummary trial) {
        Bandwidth planned = trial.trial().workload().offeredRate();
        Bandwidth offered = offered(trial);
        return planned != null && offered != null && isSenderShort(offered, planned)
                ? Optional.of(new Verdict.SenderLimited(offered, planned))
                : Optional.empty();
    }

    private static Optional<Verdict> incomplete(TrialSummary trial) {
        return trial.validity().reasons().contains(InvalidReason.INCOMPLETE)
                ? Optional.of(new Verdict.Incomplete())
                : Optional.empty();
    }

    /** After this computer, whose load may be why the transfers ended. */
    private static Optional<Verdict> endedEarly(TrialSummary trial) {
        return trial.validity().reasons().contains(InvalidReason.TOO_SHORT)
                ? Optional.of(new Verdict.TooShort(Phrase.of(
                        "More than half of the transfers ended before {0} % of the time that was to be measured.",
                        Math.round(100 * Validity.MIN_MEASURED_SHARE))))
                : Optional.empty();
    }

    /** Before the limits: a network that carries all that is sent may have more. */
    private static Optional<Verdict> offeredRate(TrialSummary trial) {
        Bandwidth offered = offered(trial);
        Bandwidth each = trial.medianEach();
        return offered != null && each != null && carries(trial, offered)
                ? Optional.of(new Verdict.OfferedRate(each, offered))
                : Optional.empty();
    }

    /**
     * The rate at which each function or its server sent, the mean of what the senders counted; without that, the rate of the plan.
     * Null if the network decides how much is sent.
     */
    static @Nullable Bandwidth offered(TrialSummary trial) {
        Bandwidth planned = trial.trial().workload().offeredRate();
        Double sent = trial.besideRate().get(UdpMetrics.OFFERED);
        return planned == null || sent == null || trial.finished() == 0
                ? planned
                : new Bandwidth(sent / trial.finished());
    }

    /** Whether a sender fell short of its rate by more than the deviation of a short test. */
    static boolean isSenderShort(Bandwidth offered, Bandwidth planned) {
        return share(offered, planned) < REACHED;
    }

    private static Optional<Verdict> simulatedVpcLink(TrialSummary trial, SimulatedCapacity simulated) {
        Bandwidth vpcLink = simulated.vpcLink();
        Bandwidth aggregate = trial.aggregate();
        return vpcLink != null && aggregate != null && simulated.isVpcLimited() && matches(trial, vpcLink)
                ? Optional.of(new Verdict.SimulatedVpcLink(aggregate, simulated.functions(), vpcLink))
                : Optional.empty();
    }

    private static Optional<Verdict> simulatedHostLink(TrialSummary trial, SimulatedCapacity simulated) {
        Bandwidth hostLink = simulated.hostLink();
        Bandwidth aggregate = trial.aggregate();
        if (hostLink == null || aggregate == null || !simulated.isHostLimited()) {
            return Optional.empty();
        }
        Bandwidth expected = simulated.expected();
        return matches(trial, expected)
                ? Optional.of(new Verdict.SimulatedHostLink(
                        aggregate, expected, simulated.functions(), simulated.hosts(), hostLink))
                : Optional.empty();
    }

    private static Optional<Verdict> simulatedFunctionLink(
            TrialSummary trial, @Nullable Baseline steady, BurstFit fit, SimulatedCapacity simulated) {
        Bandwidth rate = simulated.link().rate();
        if (rate == null) {
            return Optional.empty();
        }
        if (!showsRateOfLink(fit, simulated.link())) {
            return afterBucket(trial, steady, simulated, rate);
        }
        return steady != null && matches(steady, rate)
                ? Optional.of(new Verdict.SimulatedFunctionLink(steady.rate(), rate))
                : Optional.empty();
    }

    /** Whether the course of a transfer shows the rate that a link has after its burst. */
    static boolean showsRateOfLink(BurstFit fit, LinkProfile link) {
        Bandwidth rate = link.rate();
        boolean bucket = link.burst().bytes() > 0;
        return fit.accept(new BurstFit.Handler<Boolean>() {
            @Override
            public Boolean on(BurstFit.Fitted fit) {
                return true;
            }

            @Override
            public Boolean on(BurstFit.TwoLevels fit) {
                return true;
            }

            @Override
            public Boolean on(BurstFit.NoBurst fit) {
                return !bucket
                        || rate == null
                        || fit.baseline().rate().bitsPerSecond() <= MAX_OVERSHOOT * rate.bitsPerSecond();
            }

            @Override
            public Boolean on(BurstFit.RateChanged fit) {
                return !bucket;
            }

            @Override
            public Boolean on(BurstFit.TooShort fit) {
                return !bucket;
            }
        });
    }

    /**
     * Where the course does not show when the burst ended, the bytes do: a bucket of b bytes that refills at r lets b + r
     * t pass at most, and a transfer that moved this much has emptied it.
     *
     * @param steady the rate before the end of the burst, if there is one
     */
    private static Optional<Verdict> afterBucket(
            TrialSummary trial, @Nullable Baseline steady, SimulatedCapacity simulated, Bandwidth rate) {
        Bandwidth each = trial.medianEach();
        if (each == null || each.bitsPerSecond() == 0) {
            return Optional.empty();
        }
        double bytes = trial.delivered().bytes() / (double) trial.finished();
        double seconds = bytes / each.bytesPerSecond();
        double refilled = bytes - simulated.link().burst().bytes();
        if (refilled < (1 - SIMULATED_TOLERANCE) * rate.bytesPerSecond() * seconds) {
            return steady == null || steady.seconds() == 0
                    ? Optional.empty()
                    : Optional.of(new Verdict.TooShort(Phrase.of("The burst did not end before the transfer did.")));
        }
        Bandwidth afterBurst = new Bandwidth(refilled * 8 / seconds);
        return matches(afterBurst, rate)
                ? Optional.of(new Verdict.SimulatedFunctionLink(afterBurst, rate))
                : Optional.empty();
    }

    private static Optional<Verdict> tooShort(BurstFit fit) {
        return onEndOfRules(fit, known -> Optional.of(new Verdict.TooShort(known.reason())), known -> Optional.empty());
    }

    private static Optional<Verdict> rateChanged(BurstFit fit) {
        return onEndOfRules(
                fit,
                known -> Optional.empty(),
                known -> Optional.of(new Verdict.RateChanged(BurstFormatter.sentence(known))));
    }

    /** The verdict on a fit without a rate that a limit could explain; empty for the others. */
    private static Optional<Verdict> onEndOfRules(
            BurstFit fit,
            Function<BurstFit.TooShort, Optional<Verdict>> tooShort,
            Function<BurstFit.RateChanged, Optional<Verdict>> rateChanged) {
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public Optional<Verdict> on(BurstFit.Fitted fit) {
                return Optional.empty();
            }

            @Override
            public Optional<Verdict> on(BurstFit.TwoLevels fit) {
                return Optional.empty();
            }

            @Override
            public Optional<Verdict> on(BurstFit.NoBurst fit) {
                return Optional.empty();
            }

            @Override
            public Optional<Verdict> on(BurstFit.RateChanged fit) {
                return rateChanged.apply(fit);
            }

            @Override
            public Optional<Verdict> on(BurstFit.TooShort fit) {
                return tooShort.apply(fit);
            }
        });
    }

    private static Optional<Verdict> serverNetwork(TrialSummary trial, Evidence evidence) {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit != null && aggregate != null && reaches(trial, limit)
                ? Optional.of(new Verdict.ServerNetwork(aggregate, limit))
                : Optional.empty();
    }

    private static Optional<Verdict> functionCap(@Nullable Baseline steady, Evidence evidence) {
        Bandwidth cap = evidence.functionCap();
        return cap != null && steady != null && reaches(steady, cap)
                ? Optional.of(new Verdict.FunctionCap(steady.rate(), cap))
                : Optional.empty();
    }

    /** Whether what arrived at each function is all that was sent, but for a loss that counts as none. */
    static boolean carries(TrialSummary trial, Bandwidth offered) {
        FunctionBandwidths each = trial.each();
        // Of a single function, the sum over time is its own.
        BandwidthRange interval = each == null || each.functions() == 1 ? trial.totalInterval() : each.medianInterval();
        return each != null && share(each.median(), offered) >= 1 - OFFERED_TOLERANCE && isNear(interval, offered);
    }

    /** Whether the functions together reach a limit, and their interval over time lies near it. */
    static boolean reaches(TrialSummary trial, Bandwidth limit) {
        Bandwidth aggregate = trial.aggregate();
        return aggregate != null && reaches(aggregate, limit) && isNear(trial.totalInterval(), limit);
    }

    /** Whether the functions together have the rate of a simulated link, and their interval over time lies near it. */
    static boolean matches(TrialSummary trial, Bandwidth limit) {
        Bandwidth aggregate = trial.aggregate();
        return aggregate != null && matches(aggregate, limit) && isNear(trial.totalInterval(), limit);
    }

    static boolean reaches(Baseline steady, Bandwidth cap) {
        return reaches(steady.rate(), cap) && isNear(steady, cap);
    }

    /** What exceeds a limit shows that it is another one. */
    static boolean reaches(Bandwidth measured, Bandwidth limit) {
        return share(measured, limit) >= REACHED && !exceeds(measured, limit);
    }

    static boolean exceeds(Bandwidth measured, Bandwidth limit) {
        return share(measured, limit) > MAX_OVERSHOOT;
    }

    private static Optional<Verdict> functionCpu(TrialSummary trial, Evidence evidence) {
        int memory = trial.trial().memoryMb();
        return saturated(evidence.functionBusy())
                .filter(busy -> memory < ONE_PROCESSOR_MB)
                .map(busy -> new Verdict.FunctionCpu(busy, memory));
    }

    private Optional<Verdict> vpcCeiling(TrialSummary trial, Evidence evidence) {
        Bandwidth aggregate = trial.steadyAggregate();
        BandwidthRange interval = trial.steadyInterval();
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
                                .map(point -> new BandwidthRange(
                                        line.unit().bandwidth(point.low()),
                                        line.unit().bandwidth(point.high()))))
                        .anyMatch(plateau -> share(aggregate, plateau.low()) >= 1 - VPC_TOLERANCE
                                && share(aggregate, plateau.high()) <= 1 + VPC_TOLERANCE
                                && (interval == null || isNear(interval, plateau.low(), plateau.high()))))
                .map(figure -> new Verdict.VpcCeiling(
                        aggregate, trial.functions(), figure.source().citation()));
    }

    /** Evidence that could decide the verdict but was not recorded. */
    private static List<Phrase> missing(SimulatedCapacity simulated, Evidence evidence) {
        List<Phrase> missing = new ArrayList<>();
        if (evidence.computerBusy() == null
                && !evidence.imported()
                && (simulated.simulated() || evidence.functionCap() == null)) {
            missing.add(Phrase.of("CPU utilization of this computer"));
        }
        // If this computer's load is known, the servers of its testbed ran on it too.
        if (!simulated.simulated() && (evidence.computerBusy() == null || evidence.externalServer())) {
            if (evidence.serverBusy() == null) {
                missing.add(Phrase.of("utilization of the servers"));
            }
            if (evidence.serverLimit() == null) {
                missing.add(Phrase.of(
                        evidence.externalServer()
                                ? "capacity of the network between this computer and the server"
                                : "capacity of the servers' network"));
            }
            if (evidence.functionBusy() == null && !evidence.externalServer()) {
                missing.add(Phrase.of("used CPU share of a function"));
            }
        }
        return missing;
    }

    private static Optional<Double> saturated(@Nullable Double share) {
        return Optional.ofNullable(share).filter(known -> known > BUSY);
    }

    static boolean matches(Baseline steady, Bandwidth limit) {
        return matches(steady.rate(), limit) && isNear(steady, limit);
    }

    /** Whether the whole interval of a rate lies near a limit: an interval that holds much else proves nothing. */
    private static boolean isNear(Baseline steady, Bandwidth limit) {
        return isNear(new BandwidthRange(steady.low(), steady.high()), limit);
    }

    /** @param interval null if it is unknown, so that the rate alone decides */
    private static boolean isNear(@Nullable BandwidthRange interval, Bandwidth limit) {
        return interval == null || isNear(interval, limit, limit);
    }

    private static boolean isNear(BandwidthRange interval, Bandwidth low, Bandwidth high) {
        return share(interval.low(), low) >= 1 - NEAR && share(interval.high(), high) <= 1 + NEAR;
    }

    static boolean matches(Bandwidth measured, Bandwidth limit) {
        return Math.abs(share(measured, limit) - 1) <= SIMULATED_TOLERANCE;
    }

    static double share(Bandwidth measured, Bandwidth limit) {
        return measured.bitsPerSecond() / limit.bitsPerSecond();
    }
}
