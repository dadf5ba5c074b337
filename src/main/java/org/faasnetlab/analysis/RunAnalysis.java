package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.burst.RefillSummary;
import org.faasnetlab.analysis.burst.SteadyWindow;
import org.faasnetlab.analysis.cost.BilledArchitecture;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.latency.LatencySummary;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.Evidence;
import org.faasnetlab.analysis.verdict.EvidenceBuilder;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.analysis.verdict.VerdictRules;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.jspecify.annotations.Nullable;

/** Analyses runs. */
public final class RunAnalysis {
    private final VerdictRules rules;
    private final CostModel costs;

    public RunAnalysis(PublishedResults published, CostModel costs) {
        this.rules = new VerdictRules(published);
        this.costs = costs;
    }

    /** With the bundled published results and prices. */
    public static RunAnalysis withBundledData() {
        return new RunAnalysis(PublishedResults.load(), new CostModel(PriceTable.bundled()));
    }

    public RunFindings of(RunData run) {
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<Integer, List<StoredInterval>> intervals =
                run.intervals().stream().collect(Collectors.groupingBy(StoredInterval::trial));
        TrialSequence sequence = trialByTrial(run.run());
        List<TrialFindings> trials = new ArrayList<>();
        for (TrialRow trial : run.trials()) {
            trials.add(sequence.next(new TrialData(
                    trial,
                    functions.getOrDefault(trial.index(), List.of()),
                    intervals.getOrDefault(trial.index(), List.of()),
                    of(trial, run.evidence()),
                    TrialData.ofTrial(trial, run.probes()))));
        }
        return new RunFindings(trials, notes(run.run()));
    }

    /** Reads and analyses a run; the intervals of only one trial are in memory at a time. */
    public RunFindings read(RunReader store, RunRow run) throws StoreException {
        Map<Integer, List<FunctionRow>> functions =
                store.functions(run.id()).stream().collect(Collectors.groupingBy(FunctionRow::trial));
        List<EvidenceRow> evidence = store.evidence(run.id());
        List<ProbeRow> probes = store.probes(run.id());
        TrialSequence sequence = trialByTrial(run);
        List<TrialFindings> trials = new ArrayList<>();
        for (TrialRow trial : store.trials(run.id())) {
            trials.add(sequence.next(new TrialData(
                    trial,
                    functions.getOrDefault(trial.index(), List.of()),
                    store.intervals(run.id(), trial.index()),
                    of(trial, evidence),
                    TrialData.ofTrial(trial, probes))));
        }
        return new RunFindings(trials, notes(run));
    }

    /** For callers that read a run trial by trial. */
    public TrialSequence trialByTrial(RunRow run) {
        return new TrialSequence(run);
    }

    /**
     * Analyses the trials of a run, one after the other in their order. A trial is retained only until the next one, and
     * only if there was a pause between them, in which a bucket may have refilled.
     */
    public final class TrialSequence {
        private final RunRow run;
        private @Nullable TrialData before;

        private TrialSequence(RunRow run) {
            this.run = run;
        }

        public TrialFindings next(TrialData trial) {
            TrialFindings findings = analyse(run, trial, before);
            before = hadPause(run) ? trial : null;
            return findings;
        }
    }

    /** Analyses a single trial, without the refill before it. */
    public TrialFindings of(RunRow run, TrialData trial) {
        return analyse(run, trial, null);
    }

    /** @param before the previous trial of the run, if there was a pause between them */
    private TrialFindings analyse(RunRow run, TrialData data, @Nullable TrialData before) {
        TrialSummary summary = TrialSummary.of(data.trial(), data.functions(), data.intervals())
                .withEvidence(data.functions(), data.evidence().orElse(null));
        TrialFindings whole = analyse(run, data, summary, before);
        return data.trial().direction() == Direction.BOTH
                ? new BidirectionalAnalysis(
                                whole,
                                forDirection(Direction.DOWNLOAD, run, data, whole.summary(), before),
                                forDirection(Direction.UPLOAD, run, data, whole.summary(), before))
                        .findings(rules)
                : whole;
    }

    private TrialFindings forDirection(
            Direction direction, RunRow run, TrialData data, TrialSummary whole, @Nullable TrialData before) {
        return analyse(run, data.forDirection(direction), whole.forDirection(direction, data.functions()), before);
    }

    /** @param measured summary of the functions of the data */
    private TrialFindings analyse(RunRow run, TrialData data, TrialSummary measured, @Nullable TrialData before) {
        TrialRow trial = data.trial();
        boolean onThisComputer = run.onThisComputer();
        List<FunctionFindings> functions = functions(data, measured.commonWindow());
        // The directions of a trial in both share the window of all functions.
        TrialSummary summary = measured.trial().equals(trial)
                ? measured.withSteadyWindow(
                        SteadyWindow.of(functions, data.intervals()).orElse(null))
                : measured;
        FunctionFindings typical = typical(functions);
        BurstFit fit = typical == null || typical.burst() == null
                ? new BurstFit.TooShort("No function finished.")
                : typical.burst();
        Double processors = median(functions);
        EvidenceRow recorded = data.evidence().orElse(null);
        Evidence evidence = Evidence.of(recorded, onThisComputer ? null : shareOfMemory(processors, trial.memoryMb()));
        Verdict verdict = trial.workload().type().transfers()
                ? rules.of(summary, fit, evidence)
                : rules.inconclusive(summary).orElseGet(Verdict.NoTransfer::new);
        return new TrialFindings(
                summary,
                bandwidths(data.functions(), true),
                bandwidths(data.functions(), false),
                functions,
                typical,
                verdict,
                new EvidenceBuilder(summary, fit, verdict, evidence, recorded, processors, onThisComputer).build(),
                trial.memoryMb() == 0
                        ? null
                        : JobCost.of(
                                        data.functions(),
                                        trial.memoryMb(),
                                        costs,
                                        BilledArchitecture.of(run),
                                        onThisComputer)
                                .orElse(null),
                before == null ? null : RefillSummary.between(before, data),
                LatencySummary.of(trial, data.functions(), data.probes()),
                List.of());
    }

    private static List<FunctionFindings> functions(TrialData data, @Nullable CommonWindow window) {
        Map<Integer, List<Interval>> intervals = data.intervalsByFunction();
        // A thousand fits of 2 to 3 ms each, which share nothing.
        return data.functions().parallelStream()
                .map(function -> FunctionFindings.of(
                        function,
                        data.trial().directionOf(function.functionIndex()),
                        window,
                        intervals.getOrDefault(function.functionIndex(), List.of())))
                .toList();
    }

    /** For an even number, the function just below the median. */
    private static @Nullable FunctionFindings typical(List<FunctionFindings> functions) {
        List<FunctionFindings> finished = functions.stream()
                .filter(findings -> findings.function().bandwidth() != null)
                .sorted(Comparator.comparing(
                        findings -> Objects.requireNonNull(findings.function().bandwidth()), Bandwidth::compareTo))
                .toList();
        return finished.isEmpty() ? null : finished.get((finished.size() - 1) / 2);
    }

    private static @Nullable Double median(List<FunctionFindings> functions) {
        double[] known = functions.stream()
                .map(FunctionFindings::processors)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? null : (Double) Quantiles.of(known, 0.5);
    }

    private static @Nullable Double shareOfMemory(@Nullable Double processors, int memoryMb) {
        return processors == null || memoryMb == 0
                ? null
                : (Double) Math.min(1, processors * VerdictRules.ONE_PROCESSOR_MB / memoryMb);
    }

    private static @Nullable FunctionBandwidths bandwidths(List<FunctionRow> functions, boolean cold) {
        return FunctionBandwidths.of(functions.stream()
                .filter(function -> function.cold() != null && function.cold() == cold)
                .toList());
    }

    private static boolean hadPause(RunRow run) {
        return !run.settings().getOrDefault("pause", "0").equals("0");
    }

    private static List<String> notes(RunRow run) {
        String omitted = run.settings().getOrDefault("omit", "0");
        return omitted.equals("0")
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT, "The first %s s of every transfer were omitted, including any burst.", omitted));
    }

    private static Optional<EvidenceRow> of(TrialRow trial, List<EvidenceRow> evidence) {
        return evidence.stream().filter(row -> row.trial() == trial.index()).findFirst();
    }
}
