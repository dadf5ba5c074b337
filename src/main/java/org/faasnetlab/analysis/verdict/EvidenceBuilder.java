package org.faasnetlab.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
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
    public static final Set<String> OF_ALL_FUNCTIONS = Set.of("functions", "start");

    private final TrialSummary trial;
    private final BurstFit fit;
    private final Evidence evidence;
    private final @Nullable EvidenceRow kept;
    private final @Nullable Double processors;
    private final boolean onThisComputer;

    /** @param processors median number of processors in use, see {@link FunctionFindings} */
    public EvidenceBuilder(
            TrialSummary trial,
            BurstFit fit,
            Evidence evidence,
            @Nullable EvidenceRow kept,
            @Nullable Double processors,
            boolean onThisComputer) {
        this.trial = trial;
        this.fit = fit;
        this.evidence = evidence;
        this.kept = kept;
        this.processors = processors;
        this.onThisComputer = onThisComputer;
    }

    public List<EvidenceItem> all() {
        if (trial.finished() == 0) {
            return onThisComputer ? List.of(functions(), starts(), computer()) : List.of(functions(), starts());
        }
        List<EvidenceItem> lines = new ArrayList<>(List.of(functions(), starts(), length()));
        SimulatedCapacity simulated = SimulatedCapacity.of(trial.trial());
        if (simulated.simulated()) {
            lines.addAll(new LinkEvidence(trial, VerdictRules.steady(trial, fit), simulated).all());
        }
        if (onThisComputer) {
            lines.add(computer());
            lines.add(functionProcessor());
            lines.addAll(servers().stream()
                    .filter(one -> one.state() != EvidenceItem.State.UNKNOWN)
                    .toList());
        } else {
            lines.add(functionShare());
            lines.addAll(servers());
            lines.addAll(new ProviderEvidence(trial, VerdictRules.steady(trial, fit), evidence).all());
        }
        return lines;
    }

    private EvidenceItem functions() {
        int without = trial.functions() - trial.finished();
        return EvidenceItem.of(
                "functions",
                trial.finished() == 0 || without > VerdictRules.MOST_WITHOUT_RESULT * trial.functions(),
                trial.finished() + " of " + trial.functions() + " finished"
                        + (without == 0 ? "." : "; failed functions are counted but not sampled."));
    }

    private EvidenceItem starts() {
        StartSpread spread = trial.startSpread();
        if (spread == null) {
            return EvidenceItem.unknown("start", "No function reported its start time.");
        }
        String lead = kept == null || kept.leadMicros() == null
                ? ""
                : String.format(Locale.ROOT, " They were invoked %.1f s before T0.", kept.leadMicros() / 1e6);
        return EvidenceItem.of(
                "start",
                spread.spread().compareTo(VerdictRules.WIDEST_START) > 0,
                "The functions started within " + spread.spread().toMillis() + " ms (99th minus 1st percentile); up to "
                        + VerdictRules.WIDEST_START.toMillis() + " ms is acceptable." + lead);
    }

    private EvidenceItem length() {
        if (fit instanceof BurstFit.TooShort unknown) {
            return EvidenceItem.of("length", true, unknown.reason());
        }
        boolean burst = fit instanceof BurstFit.Fitted;
        Baseline baseline =
                fit instanceof BurstFit.Fitted fitted ? fitted.baseline() : ((BurstFit.NoBurst) fit).baseline();
        return EvidenceItem.of(
                "length",
                false,
                String.format(
                        Locale.ROOT,
                        "%.1f s were measured%s; %.0f s are required.",
                        baseline.seconds(),
                        burst ? " after the burst" : " at a constant rate",
                        BurstFit.SECONDS_AFTER_KNEE));
    }

    private EvidenceItem computer() {
        Double busy = evidence.computerBusy();
        if (busy == null) {
            return EvidenceItem.unknown("this computer", "CPU utilization was not recorded.");
        }
        String most =
                kept == null || kept.computerBusyMost() == null ? "" : ", maximum " + percent(kept.computerBusyMost());
        return EvidenceItem.of(
                "this computer",
                busy > VerdictRules.BUSY,
                "CPU utilization was " + percent(busy) + " (median" + most + "); above " + percent(VerdictRules.BUSY)
                        + " it limits the run. Servers and functions share the CPU.");
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

    private static EvidenceItem busy(String subject, String sentence, @Nullable Double share) {
        return share == null
                ? EvidenceItem.unknown(subject, "Utilization was not recorded.")
                : EvidenceItem.of(
                        subject, share > VerdictRules.BUSY, String.format(Locale.ROOT, sentence, percent(share)));
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    static String ofLimit(Bandwidth measured, Bandwidth limit) {
        return measured + " of " + limit + " (" + percent(VerdictRules.share(measured, limit)) + ")";
    }
}
