package org.faasnetlab.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/**
 * Builds the evidence that {@link VerdictRules} uses, one item each, in order of precedence. Shared hosts are never
 * inferred from ids; they are known only for a simulated network.
 */
public final class EvidenceBuilder {
    private static final Phrase NO_STEADY_RATE =
            Phrase.of("The rate of a function changed, so it has no rate to compare.");
    private static final Phrase BURST_NOT_OVER =
            Phrase.of("The end of the burst was not seen, so the rate after it is unknown.");

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
        WorkloadType type = trial.trial().workload().type();
        if (type.searches() || !type.transfers()) {
            return onThisComputer
                    ? List.of(functions(), starts(), computer(), functionProcessor())
                    : List.of(functions(), starts());
        }
        List<EvidenceItem> items = new ArrayList<>(List.of(functions(), starts(), length()));
        if (onThisComputer) {
            items.add(computer());
        }
        Bandwidth planned = trial.trial().workload().offeredRate();
        Bandwidth offered = VerdictRules.offered(trial);
        Bandwidth each = trial.medianEach();
        if (planned != null && offered != null && each != null) {
            items.add(offeredRate(each, offered, planned));
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
                EvidenceSubject.FUNCTIONS,
                trial.finished() == 0 || without > VerdictRules.MAX_FAILED_SHARE * trial.functions(),
                Phrase.of(
                        without == 0
                                ? "{0} of {1} finished."
                                : "{0} of {1} finished; failed functions are counted but not sampled.",
                        trial.finished(),
                        trial.functions()));
    }

    private EvidenceItem starts() {
        StartSpread spread = trial.startSpread();
        if (spread == null) {
            return EvidenceItem.unknown(EvidenceSubject.START, Phrase.of("No function reported its start time."));
        }
        Phrase within = Phrase.of(
                "The functions started within {0} ms (99th minus 1st percentile); up to {1} ms is acceptable.",
                spread.spread().toMillis(), VerdictRules.MAX_START_SPREAD.toMillis());
        boolean missed = trial.validity().reasons().contains(InvalidReason.MISSED_START);
        Phrase starts = missed
                ? Phrase.sentences(
                        Phrase.of(
                                "The median function started {0} s after T0; up to {1} ms is acceptable.",
                                String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        spread.medianStart().toMillis() / 1e3),
                                VerdictRules.MAX_START_SPREAD.toMillis()),
                        within)
                : within;
        return EvidenceItem.of(
                EvidenceSubject.START,
                missed || spread.spread().compareTo(VerdictRules.MAX_START_SPREAD) > 0,
                recorded == null || recorded.leadMicros() == null
                        ? starts
                        : Phrase.sentences(
                                starts,
                                Phrase.of(
                                        "They were invoked {0} s before T0.",
                                        String.format(Locale.ROOT, "%.1f", recorded.leadMicros() / 1e6))));
    }

    /** A limit that was found needs no longer transfer, whatever the course of the rate is. */
    private EvidenceItem length() {
        if (verdict instanceof Verdict.TooShort tooShort) {
            return EvidenceItem.of(EvidenceSubject.LENGTH, true, tooShort.reason());
        }
        if (verdict instanceof Verdict.Incomplete) {
            return EvidenceItem.of(
                    EvidenceSubject.LENGTH,
                    true,
                    Phrase.of(
                            "Intervals of more than {0} % of the time are missing.",
                            Math.round(100 * Validity.MAX_MISSING_SHARE)));
        }
        EvidenceItem ofCourse = lengthOfCourse();
        boolean limitKnown =
                verdict.subject() != null && !verdict.invalidatesRates() && verdict.subject() != EvidenceSubject.LENGTH;
        return limitKnown && ofCourse.state() == EvidenceItem.State.REACHED
                ? EvidenceItem.of(
                        EvidenceSubject.LENGTH,
                        false,
                        Phrase.sentences(ofCourse.sentence(), Phrase.of("It is long enough to show its limit.")))
                : ofCourse;
    }

    private EvidenceItem lengthOfCourse() {
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public EvidenceItem on(BurstFit.Fitted fit) {
                return measured(Phrase.of(
                        "{0} s were measured after the burst; {1} s are required.",
                        seconds(fit.baseline()), requiredSeconds()));
            }

            @Override
            public EvidenceItem on(BurstFit.TwoLevels fit) {
                return measured(Phrase.of(
                        "{0} s were measured after the second level; {1} s are required.",
                        seconds(fit.baseline()), requiredSeconds()));
            }

            @Override
            public EvidenceItem on(BurstFit.NoBurst fit) {
                return measured(Phrase.of(
                        "{0} s were measured at a constant rate; {1} s are required.",
                        seconds(fit.baseline()), requiredSeconds()));
            }

            @Override
            public EvidenceItem on(BurstFit.RateChanged fit) {
                return EvidenceItem.of(
                        EvidenceSubject.LENGTH,
                        true,
                        Phrase.of("The rate changed during the transfer, so no part of it represents the whole."));
            }

            @Override
            public EvidenceItem on(BurstFit.TooShort fit) {
                return EvidenceItem.of(EvidenceSubject.LENGTH, true, fit.reason());
            }
        });
    }

    private static EvidenceItem measured(Phrase sentence) {
        return EvidenceItem.of(EvidenceSubject.LENGTH, false, sentence);
    }

    private static String seconds(Baseline baseline) {
        return String.format(Locale.ROOT, "%.1f", baseline.seconds());
    }

    private static String requiredSeconds() {
        return String.format(Locale.ROOT, "%.0f", BurstFit.SECONDS_AFTER_KNEE);
    }

    private EvidenceItem computer() {
        Double busy = evidence.computerBusy();
        if (busy == null) {
            return EvidenceItem.unknown(EvidenceSubject.THIS_COMPUTER, Phrase.of("CPU utilization was not recorded."));
        }
        Double most = recorded == null ? null : recorded.computerBusyMost();
        Phrase utilization = most == null
                ? Phrase.of(
                        "CPU utilization was {0} (median); above {1} it limits the run.",
                        percent(busy), percent(VerdictRules.BUSY))
                : Phrase.of(
                        "CPU utilization was {0} (median, maximum {2}); above {1} it limits the run.",
                        percent(busy), percent(VerdictRules.BUSY), percent(most));
        return EvidenceItem.of(
                EvidenceSubject.THIS_COMPUTER,
                busy > VerdictRules.BUSY,
                Phrase.sentences(
                        utilization,
                        Phrase.of(
                                evidence.externalServer()
                                        ? "Functions share the CPU; the server has its own."
                                        : "Servers and functions share the CPU.")));
    }

    /** @param offered what the senders reached of the plan's rate */
    private EvidenceItem offeredRate(Bandwidth each, Bandwidth offered, Bandwidth planned) {
        boolean senderShort = VerdictRules.isSenderShort(offered, planned);
        Phrase arrived = Phrase.of("Of each function's datagrams, {0} arrived (median).", ofLimit(each, offered));
        return EvidenceItem.of(
                EvidenceSubject.PLANNED_RATE,
                senderShort || VerdictRules.carries(trial, offered),
                senderShort
                        ? Phrase.sentences(Phrase.of("The senders reached {0}.", ofLimit(offered, planned)), arrived)
                        : arrived);
    }

    private EvidenceItem functionProcessor() {
        return processors == null
                ? EvidenceItem.unknown(
                        EvidenceSubject.FUNCTION_PROCESSOR, Phrase.of("Functions did not report their CPU time."))
                : EvidenceItem.of(
                        EvidenceSubject.FUNCTION_PROCESSOR,
                        false,
                        Phrase.of(
                                "A function used {0} CPUs (median). Memory size has no effect on this computer.",
                                String.format(Locale.ROOT, "%.2f", processors)));
    }

    private EvidenceItem functionShare() {
        Double busy = evidence.functionBusy();
        int memory = trial.trial().memoryMb();
        return busy == null
                ? EvidenceItem.unknown(EvidenceSubject.FUNCTION_PROCESSOR, Phrase.of("The used CPU share is unknown."))
                : EvidenceItem.of(
                        EvidenceSubject.FUNCTION_PROCESSOR,
                        busy > VerdictRules.BUSY && memory < VerdictRules.ONE_PROCESSOR_MB,
                        Phrase.of(
                                "A function used {0} of the CPU share that it gets with {1} MB of memory.",
                                percent(busy), memory));
    }

    private List<EvidenceItem> servers() {
        return List.of(
                busy(
                        EvidenceSubject.SERVER_PROCESSORS,
                        evidence.serverBusy(),
                        share -> Phrase.of(
                                "The busiest server used {0} of the CPU time available to its threads.", share)),
                busy(
                        EvidenceSubject.SERVER_DISK,
                        evidence.serverDiskBusy(),
                        share -> Phrase.of("The busiest server's disk was {0} busy.", share)));
    }

    /** iperf3 reports the processor time of any server, but nothing else is known about one of the user. */
    private List<EvidenceItem> ofExternalServer() {
        List<EvidenceItem> items = new ArrayList<>();
        if (evidence.serverBusy() == null) {
            items.add(EvidenceItem.unknown(
                    EvidenceSubject.SERVER_PROCESSORS, Phrase.of("Utilization was not recorded.")));
        }
        items.add(EvidenceItem.unknown(
                EvidenceSubject.SERVER_NETWORK,
                Phrase.of("The capacity of the network between this computer and the server is unknown.")));
        return items;
    }

    private static EvidenceItem busy(
            EvidenceSubject subject, @Nullable Double share, Function<String, Phrase> sentence) {
        return share == null
                ? EvidenceItem.unknown(subject, Phrase.of("Utilization was not recorded."))
                : EvidenceItem.of(subject, share > VerdictRules.BUSY, sentence.apply(percent(share)));
    }

    private EvidenceItem serverNetwork() {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit == null || aggregate == null
                ? EvidenceItem.unknown(EvidenceSubject.SERVER_NETWORK, Phrase.of("Its capacity is unknown."))
                : EvidenceItem.of(
                        EvidenceSubject.SERVER_NETWORK,
                        VerdictRules.reaches(trial, limit),
                        VerdictRules.exceeds(aggregate, limit)
                                ? Phrase.of(
                                        "The functions reached {0} in total, more than this limit allows: another one applies.",
                                        ofLimit(aggregate, limit))
                                : Phrase.of("The functions reached {0} in total.", ofLimit(aggregate, limit)));
    }

    private EvidenceItem functionCap() {
        Bandwidth cap = evidence.functionCap();
        if (cap != null && steady == null) {
            return EvidenceItem.unknown(EvidenceSubject.FUNCTION_LIMIT, NO_STEADY_RATE);
        }
        return cap == null || steady == null
                ? EvidenceItem.unknown(EvidenceSubject.FUNCTION_LIMIT, Phrase.of("The limit is unknown."))
                : EvidenceItem.of(
                        EvidenceSubject.FUNCTION_LIMIT,
                        VerdictRules.reaches(steady, cap),
                        afterBurst(steady.rate(), cap));
    }

    private EvidenceItem vpc() {
        Boolean inside = evidence.insideVpc();
        if (inside == null) {
            return EvidenceItem.unknown(
                    EvidenceSubject.VPC, Phrase.of("It is unknown whether the functions were attached to a VPC."));
        }
        // Whether the ceiling was reached follows from published results, which the verdict compares.
        boolean reached = verdict instanceof Verdict.VpcCeiling;
        return EvidenceItem.of(
                EvidenceSubject.VPC,
                reached,
                Phrase.of(
                        reached
                                ? "The functions were attached to a VPC, and reached in total what was published for one."
                                : inside
                                        ? "The functions were attached to a VPC. Its limit may apply from 64 functions on."
                                        : "The functions were not attached to a VPC."));
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
                    EvidenceSubject.SIMULATED_VPC_LINK,
                    simulated.isVpcLimited() && VerdictRules.matches(trial, vpcLink),
                    Phrase.of("All functions reached {0} in total.", ofLimit(aggregate, vpcLink))));
        }
        if (hostLink != null && aggregate != null) {
            items.add(EvidenceItem.of(
                    EvidenceSubject.SIMULATED_HOST_LINK,
                    simulated.isHostLimited() && VerdictRules.matches(trial, simulated.expected()),
                    Phrase.of(
                            simulated.hosts() == 1
                                    ? "All functions on one host of {1} reached {2} in total."
                                    : "All functions on {0} hosts of {1} reached {2} in total.",
                            simulated.hosts(),
                            hostLink,
                            ofLimit(aggregate, simulated.expected()))));
        }
        return items;
    }

    private EvidenceItem functionLink(Bandwidth rate, SimulatedCapacity simulated) {
        EvidenceSubject subject = EvidenceSubject.SIMULATED_FUNCTION_LINK;
        if (verdict instanceof Verdict.SimulatedFunctionLink link) {
            return EvidenceItem.of(subject, true, afterBurst(link.measured(), rate));
        }
        if (steady == null) {
            return EvidenceItem.unknown(subject, NO_STEADY_RATE);
        }
        return VerdictRules.showsRateOfLink(fit, simulated.link())
                ? EvidenceItem.of(subject, VerdictRules.matches(steady, rate), afterBurst(steady.rate(), rate))
                : EvidenceItem.unknown(subject, BURST_NOT_OVER);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static Phrase afterBurst(Bandwidth measured, Bandwidth limit) {
        return Phrase.of("After any burst, a function reached {0}.", ofLimit(measured, limit));
    }

    private static Phrase ofLimit(Bandwidth measured, Bandwidth limit) {
        return Phrase.of("{0} of {1} ({2})", measured, limit, percent(VerdictRules.share(measured, limit)));
    }
}
