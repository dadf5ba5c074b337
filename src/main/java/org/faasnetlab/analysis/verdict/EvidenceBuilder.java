package org.faasnetlab.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.EvidenceRow;
import org.jspecify.annotations.Nullable;

/**
 * Builds the evidence that {@link VerdictRules} uses, one item each, in order of precedence. Shared hosts are never
 * inferred from ids; they are known only for a simulated network.
 */
public final class EvidenceBuilder {
    /** Subjects of evidence that applies to all functions of a trial, in either direction. */
    public static final Set<String> DIRECTION_INDEPENDENT = Set.of("functions", "start");

    private static final String NO_STEADY_RATE = "The rate of a function changed, so it has no rate to compare.";
    private static final String BURST_NOT_OVER = "The end of the burst was not seen, so the rate after it is unknown.";

    private final TrialSummary trial;
    private final BurstFit fit;
    private final Verdict verdict;
    private final Evidence evidence;
    private final @Nullable Baseline steady;
    private final @Nullable EvidenceRow recorded;
    private final @Nullable Double processors;
    private final boolean onThisComputer;

    /**
     * @param verdict on the trial, with which the states of the items agree
     * @param processors median number of processors in use, see {@link FunctionFindings}
     */
    public EvidenceBuilder(
            TrialSummary trial,
            BurstFit fit,
            Verdict verdict,
            Evidence evidence,
            @Nullable EvidenceRow recorded,
            @Nullable Double processors,
            boolean onThisComputer) {
        this.trial = trial;
        this.fit = fit;
        this.verdict = verdict;
        this.evidence = evidence;
        this.steady = VerdictRules.steady(trial, fit);
        this.recorded = recorded;
        this.processors = processors;
        this.onThisComputer = onThisComputer;
    }

    public List<EvidenceItem> build() {
        if (trial.finished() == 0) {
            return onThisComputer ? List.of(functions(), starts(), computer()) : List.of(functions(), starts());
        }
        if (trial.trial().workload().type().searches()) {
            return onThisComputer
                    ? List.of(functions(), starts(), computer(), functionProcessor())
                    : List.of(functions(), starts());
        }
        List<EvidenceItem> items = new ArrayList<>(List.of(functions(), starts(), length()));
        if (onThisComputer) {
            items.add(computer());
        }
        Bandwidth offered = trial.trial().workload().offeredRate();
        Bandwidth each = trial.medianEach();
        if (offered != null && each != null) {
            items.add(offeredRate(each, offered));
        }
        SimulatedCapacity simulated = SimulatedCapacity.of(trial.trial());
        if (simulated.simulated()) {
            items.addAll(simulatedLinks(simulated));
        }
        if (onThisComputer) {
            items.add(functionProcessor());
            items.addAll(Stream.concat(servers().stream(), Stream.of(serverNetwork(), functionCap()))
                    .filter(item -> item.state() != EvidenceItem.State.UNKNOWN)
                    .toList());
            if (evidence.externalServer()) {
                items.addAll(ofExternalServer());
            }
        } else {
            items.add(functionShare());
            items.addAll(servers());
            items.addAll(List.of(serverNetwork(), functionCap(), vpc()));
        }
        return items;
    }

    private EvidenceItem functions() {
        int without = trial.functions() - trial.finished();
        return EvidenceItem.of(
                "functions",
                trial.finished() == 0 || without > VerdictRules.MAX_FAILED_SHARE * trial.functions(),
                trial.finished() + " of " + trial.functions() + " finished"
                        + (without == 0 ? "." : "; failed functions are counted but not sampled."));
    }

    private EvidenceItem starts() {
        StartSpread spread = trial.startSpread();
        if (spread == null) {
            return EvidenceItem.unknown("start", "No function reported its start time.");
        }
        String lead = recorded == null || recorded.leadMicros() == null
                ? ""
                : String.format(Locale.ROOT, " They were invoked %.1f s before T0.", recorded.leadMicros() / 1e6);
        return EvidenceItem.of(
                "start",
                spread.spread().compareTo(VerdictRules.MAX_START_SPREAD) > 0
                        || trial.validity().reasons().contains(InvalidReason.MISSED_START),
                "The functions started within " + spread.spread().toMillis() + " ms (99th minus 1st percentile); up to "
                        + VerdictRules.MAX_START_SPREAD.toMillis() + " ms is acceptable." + lead);
    }

    /** A limit that was found needs no longer transfer, whatever the course of the rate is. */
    private EvidenceItem length() {
        if (verdict instanceof Verdict.TooShort tooShort) {
            return EvidenceItem.of("length", true, tooShort.reason());
        }
        EvidenceItem ofCourse = lengthOfCourse();
        boolean limitKnown =
                verdict.subject() != null && !verdict.invalidatesRates() && !"length".equals(verdict.subject());
        return limitKnown && ofCourse.state() == EvidenceItem.State.REACHED
                ? EvidenceItem.of("length", false, ofCourse.sentence() + " It is long enough to show its limit.")
                : ofCourse;
    }

    private EvidenceItem lengthOfCourse() {
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public EvidenceItem on(BurstFit.Fitted fit) {
                return measured(fit.baseline(), "after the burst");
            }

            @Override
            public EvidenceItem on(BurstFit.TwoLevels fit) {
                return measured(fit.baseline(), "after the second level");
            }

            @Override
            public EvidenceItem on(BurstFit.NoBurst fit) {
                return measured(fit.baseline(), "at a constant rate");
            }

            @Override
            public EvidenceItem on(BurstFit.RateChanged fit) {
                return EvidenceItem.of(
                        "length", true, "The rate changed during the transfer, so no part of it represents the whole.");
            }

            @Override
            public EvidenceItem on(BurstFit.TooShort fit) {
                return EvidenceItem.of("length", true, fit.reason());
            }
        });
    }

    private static EvidenceItem measured(Baseline baseline, String when) {
        return EvidenceItem.of(
                "length",
                false,
                String.format(
                        Locale.ROOT,
                        "%.1f s were measured %s; %.0f s are required.",
                        baseline.seconds(),
                        when,
                        BurstFit.SECONDS_AFTER_KNEE));
    }

    private EvidenceItem computer() {
        Double busy = evidence.computerBusy();
        if (busy == null) {
            return EvidenceItem.unknown("this computer", "CPU utilization was not recorded.");
        }
        String most = recorded == null || recorded.computerBusyMost() == null
                ? ""
                : ", maximum " + percent(recorded.computerBusyMost());
        return EvidenceItem.of(
                "this computer",
                busy > VerdictRules.BUSY,
                "CPU utilization was " + percent(busy) + " (median" + most + "); above " + percent(VerdictRules.BUSY)
                        + " it limits the run. "
                        + (evidence.externalServer()
                                ? "Functions share the CPU; the server has its own."
                                : "Servers and functions share the CPU."));
    }

    private static EvidenceItem offeredRate(Bandwidth each, Bandwidth offered) {
        return EvidenceItem.of(
                "rate of the plan",
                VerdictRules.carries(each, offered),
                "Of each function's datagrams, " + ofLimit(each, offered) + " arrived (median).");
    }

    private EvidenceItem functionProcessor() {
        return processors == null
                ? EvidenceItem.unknown("processor of a function", "Functions did not report their CPU time.")
                : EvidenceItem.of(
                        "processor of a function",
                        false,
                        String.format(
                                Locale.ROOT,
                                "A function used %.2f CPUs (median). Memory size has no effect on this computer.",
                                processors));
    }

    private EvidenceItem functionShare() {
        Double busy = evidence.functionBusy();
        int memory = trial.trial().memoryMb();
        return busy == null
                ? EvidenceItem.unknown("processor of a function", "The used CPU share is unknown.")
                : EvidenceItem.of(
                        "processor of a function",
                        busy > VerdictRules.BUSY && memory < VerdictRules.ONE_PROCESSOR_MB,
                        "A function used " + percent(busy) + " of the CPU share that it gets with " + memory
                                + " MB of memory.");
    }

    private List<EvidenceItem> servers() {
        return List.of(
                busy(
                        "servers' processors",
                        "The busiest server used %s of the CPU time available to its threads.",
                        evidence.serverBusy()),
                busy("servers' disk", "The busiest server's disk was %s busy.", evidence.serverDiskBusy()));
    }

    /** iperf3 reports the processor time of any server, but nothing else is known about one of the user. */
    private List<EvidenceItem> ofExternalServer() {
        List<EvidenceItem> items = new ArrayList<>();
        if (evidence.serverBusy() == null) {
            items.add(EvidenceItem.unknown("servers' processors", "Utilization was not recorded."));
        }
        items.add(EvidenceItem.unknown(
                "servers' network", "The capacity of the network between this computer and the server is unknown."));
        return items;
    }

    private static EvidenceItem busy(String subject, String sentence, @Nullable Double share) {
        return share == null
                ? EvidenceItem.unknown(subject, "Utilization was not recorded.")
                : EvidenceItem.of(
                        subject, share > VerdictRules.BUSY, String.format(Locale.ROOT, sentence, percent(share)));
    }

    private EvidenceItem serverNetwork() {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit == null || aggregate == null
                ? EvidenceItem.unknown("servers' network", "Its capacity is unknown.")
                : EvidenceItem.of(
                        "servers' network",
                        VerdictRules.share(aggregate, limit) >= VerdictRules.REACHED,
                        "The functions reached " + ofLimit(aggregate, limit) + " in total.");
    }

    private EvidenceItem functionCap() {
        Bandwidth cap = evidence.functionCap();
        if (cap != null && steady == null) {
            return EvidenceItem.unknown("limit of a function", NO_STEADY_RATE);
        }
        return cap == null || steady == null
                ? EvidenceItem.unknown("limit of a function", "The limit is unknown.")
                : EvidenceItem.of(
                        "limit of a function",
                        VerdictRules.reaches(steady, cap),
                        "After any burst, a function reached " + ofLimit(steady.rate(), cap) + ".");
    }

    private EvidenceItem vpc() {
        Boolean inside = evidence.insideVpc();
        if (inside == null) {
            return EvidenceItem.unknown("VPC", "It is unknown whether the functions were attached to a VPC.");
        }
        // Whether the ceiling was reached follows from published results, which the verdict compares.
        boolean reached = verdict instanceof Verdict.VpcCeiling;
        return EvidenceItem.of(
                "VPC",
                reached,
                reached
                        ? "The functions were attached to a VPC, and reached in total what was published for one."
                        : inside
                                ? "The functions were attached to a VPC. Its limit may apply from 64 functions on."
                                : "The functions were not attached to a VPC.");
    }

    private List<EvidenceItem> simulatedLinks(SimulatedCapacity simulated) {
        List<EvidenceItem> items = new ArrayList<>();
        Bandwidth rate = simulated.link().rate();
        if (rate != null) {
            items.add(functionLink(rate, simulated));
        }
        Bandwidth vpcLink = simulated.vpcLink();
        Bandwidth hostLink = simulated.hostLink();
        Bandwidth aggregate = trial.aggregate();
        if (vpcLink != null && aggregate != null) {
            items.add(EvidenceItem.of(
                    "simulated link of the VPC",
                    simulated.isVpcLimited() && VerdictRules.matches(aggregate, vpcLink),
                    "All functions reached " + ofLimit(aggregate, vpcLink) + " in total."));
        }
        if (hostLink != null && aggregate != null) {
            items.add(EvidenceItem.of(
                    "simulated link of a host",
                    simulated.isHostLimited() && VerdictRules.matches(aggregate, simulated.expected()),
                    "All functions on " + (simulated.hosts() == 1 ? "one host" : simulated.hosts() + " hosts") + " of "
                            + hostLink + " reached " + ofLimit(aggregate, simulated.expected())
                            + " in total."));
        }
        return items;
    }

    private EvidenceItem functionLink(Bandwidth rate, SimulatedCapacity simulated) {
        String subject = "simulated link of a function";
        if (verdict instanceof Verdict.SimulatedFunctionLink link) {
            return EvidenceItem.of(
                    subject, true, "After any burst, a function reached " + ofLimit(link.measured(), rate) + ".");
        }
        if (steady == null) {
            return EvidenceItem.unknown(subject, NO_STEADY_RATE);
        }
        return VerdictRules.showsRateOfLink(fit, simulated.link())
                ? EvidenceItem.of(
                        subject,
                        VerdictRules.matches(steady, rate),
                        "After any burst, a function reached " + ofLimit(steady.rate(), rate) + ".")
                : EvidenceItem.unknown(subject, BURST_NOT_OVER);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String ofLimit(Bandwidth measured, Bandwidth limit) {
        return measured + " of " + limit + " (" + percent(VerdictRules.share(measured, limit)) + ")";
    }
}
