package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.burst.BucketHistory;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.burst.RefillSummary;
import org.faasnetlab.analysis.burst.SteadyWindow;
import org.faasnetlab.analysis.comparison.RunComparison;
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
import org.faasnetlab.format.Phrase;
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
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/** Analyses runs. */
public final class RunAnalysis {
    /** Every function of runs with so many intervals is analyzed for bursts within about a second. */
    public static final int MAX_FITTED_INTERVALS = 300_000;

    private static final Phrase ONLY_TYPICAL = Phrase.of(
            "The run has more than {0} intervals: only the function with the median bandwidth of each trial was analyzed for"
                    + " bursts, and steady aggregates are unknown. 'show RUN --functions' analyzes all.",
            String.format(Locale.ROOT, "%,d", MAX_FITTED_INTERVALS));

    private final VerdictRules rules;
    private final CostModel costs;
    private final long maxFittedIntervals;

    public RunAnalysis(PublishedResults published, CostModel costs) {
        this(published, costs, MAX_FITTED_INTERVALS);
    }

    /** @param maxFittedIntervals of a run with more, only the typical functions are analyzed for bursts */
    RunAnalysis(PublishedResults published, CostModel costs, long maxFittedIntervals) {
        this.maxFittedIntervals = maxFittedIntervals;
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

    /**
     * Reads and analyses a run; the intervals of only one trial are in memory at a time. Of a run with more than {@value
     * #MAX_FITTED_INTERVALS} intervals, only the typical function of each trial is analyzed for bursts, which a note states.
     */
    public RunFindings read(RunReader store, RunRow run) throws StoreException {
        return read(stored(store, run), run);
    }

    /** The same with these functions analyzed for bursts, however many intervals there are. */
    public RunFindings read(RunReader store, RunRow run, FittedFunctions fitted) throws StoreException {
        return read(new StoredTrials(store, run, fitted), run);
    }

    private static RunFindings read(StoredTrials sequence, RunRow run) throws StoreException {
        List<TrialFindings> trials = new ArrayList<>();
        for (TrialRow trial : sequence.trials) {
            trials.add(sequence.next(trial));
        }
        List<Phrase> notes = new ArrayList<>(notes(run));
        if (sequence.fitted() == FittedFunctions.TYPICAL_FUNCTIONS) {
            notes.add(ONLY_TYPICAL);
        }
        return new RunFindings(trials, notes);
    }

    /**
     * The runs with {@link BurstMetrics} as the metrics of their functions, so that they can be compared by them; of a large
     * run, only the typical function of each trial has them.
     */
    public List<RunComparison.ComparedRun> withBursts(RunReader store, List<RunComparison.ComparedRun> runs)
            throws StoreException {
        List<RunComparison.ComparedRun> analyzed = new ArrayList<>();
        for (RunComparison.ComparedRun run : runs) {
            analyzed.add(BurstValues.compared(run, read(store, run.run())));
        }
        return analyzed;
    }

    /** For callers that write the findings of a stored run trial by trial; with as many functions as {@link #read}. */
    public StoredTrials stored(RunReader store, RunRow run) throws StoreException {
        long intervals = 0;
        for (TrialRow trial : store.trials(run.id())) {
            intervals += store.sums().count(run.id(), trial.index());
        }
        return new StoredTrials(
                store,
                run,
                intervals <= maxFittedIntervals ? FittedFunctions.EVERY_FUNCTION : FittedFunctions.TYPICAL_FUNCTIONS);
    }

    /** Analyses the trials of a stored run, one after the other in their order. */
    public final class StoredTrials {
        private final RunReader store;
        private final RunRow run;
        private final List<TrialRow> trials;
        private final Map<Integer, List<FunctionRow>> functions;
        private final List<EvidenceRow> evidence;
        private final List<ProbeRow> probes;
        private final TrialSequence sequence;
        private final FittedFunctions fitted;

        private StoredTrials(RunReader store, RunRow run, FittedFunctions fitted) throws StoreException {
            this.store = store;
            this.run = run;
            trials = store.trials(run.id());
            functions = store.functions(run.id()).stream().collect(Collectors.groupingBy(FunctionRow::trial));
            evidence = store.evidence(run.id());
            probes = store.probes(run.id());
            sequence = new TrialSequence(run);
            this.fitted = fitted;
        }

        /** The functions that are analyzed for bursts. */
        public FittedFunctions fitted() {
            return fitted;
        }

        public TrialFindings next(TrialRow trial) throws StoreException {
            List<FunctionRow> own = functions.getOrDefault(trial.index(), List.of());
            boolean every = fitted == FittedFunctions.EVERY_FUNCTION;
            TrialData data = new TrialData(
                    trial,
                    own,
                    every ? store.intervals(run.id(), trial.index()) : intervalsOfTypical(trial, own),
                    of(trial, evidence),
                    TrialData.ofTrial(trial, probes));
            return every
                    ? sequence.next(data)
                    : sequence.nextOfTypical(
                            data, TrialSummary.read(store.sums(), trial, own).withCourse(store.sums()));
        }

        /**
         * The intervals of the typical function of each direction, and of those that the next trial needs to compare with: the
         * functions in whose sandboxes its typical functions run.
         */
        private List<StoredInterval> intervalsOfTypical(TrialRow trial, List<FunctionRow> own) throws StoreException {
            Set<FunctionRow> wanted = new LinkedHashSet<>(typicalOfDirections(trial, own));
            if (hadPause(run)) {
                Set<@Nullable String> sandboxes = trials.stream()
                        .filter(later -> later.index() == trial.index() + 1)
                        .flatMap(later ->
                                typicalOfDirections(later, functions.getOrDefault(later.index(), List.of())).stream())
                        .map(FunctionRow::sandboxId)
                        .collect(Collectors.toSet());
                own.stream()
                        .filter(function -> function.finished()
                                && function.sandboxId() != null
                                && sandboxes.contains(function.sandboxId()))
                        .forEach(wanted::add);
            }
            List<StoredInterval> intervals = new ArrayList<>();
            for (FunctionRow function : wanted) {
                intervals.addAll(store.intervals(run.id(), trial.index(), function.functionIndex()));
            }
            return intervals;
        }
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
        private final BucketHistory history = new BucketHistory();
        private @Nullable TrialData before;

        private TrialSequence(RunRow run) {
            this.run = run;
        }

        public TrialFindings next(TrialData trial) {
            return next(
                    trial,
                    TrialSummary.of(trial.trial(), trial.functions(), trial.intervals()),
                    FittedFunctions.EVERY_FUNCTION);
        }

        /**
         * @param trial with the intervals of its typical functions, and of those that the next trial is compared with
         * @param summary from all intervals
         */
        private TrialFindings nextOfTypical(TrialData trial, TrialSummary summary) {
            return next(trial, summary, FittedFunctions.TYPICAL_FUNCTIONS);
        }

        private TrialFindings next(TrialData trial, TrialSummary summary, FittedFunctions fitted) {
            TrialFindings findings = analyse(run, trial, summary, before, history, fitted);
            history.add(trial.trial(), findings.functions());
            before = hadPause(run) ? trial : null;
            return findings;
        }
    }

    /** Analyses a single trial, without the refill before it. */
    public TrialFindings of(RunRow run, TrialData trial) {
        return analyse(
                run,
                trial,
                TrialSummary.of(trial.trial(), trial.functions(), trial.intervals()),
                null,
                new BucketHistory(),
                FittedFunctions.EVERY_FUNCTION);
    }

    /** @param before the previous trial of the run, if there was a pause between them */
    private TrialFindings analyse(
            RunRow run,
            TrialData data,
            TrialSummary measured,
            @Nullable TrialData before,
            BucketHistory history,
            FittedFunctions fitted) {
        TrialSummary summary =
                measured.withEvidence(data.functions(), data.evidence().orElse(null));
        TrialFindings whole = analyseDirection(run, data, summary, before, history, fitted);
        return data.trial().direction() == Direction.BOTH
                ? new BidirectionalAnalysis(
                                whole,
                                forDirection(Direction.DOWNLOAD, run, data, whole.summary(), before, history, fitted),
                                forDirection(Direction.UPLOAD, run, data, whole.summary(), before, history, fitted))
                        .findings(rules)
                : whole;
    }

    private TrialFindings forDirection(
            Direction direction,
            RunRow run,
            TrialData data,
            TrialSummary whole,
            @Nullable TrialData before,
            BucketHistory history,
            FittedFunctions fitted) {
        return analyseDirection(
                run,
                data.forDirection(direction),
                whole.forDirection(direction, data.functions()),
                before,
                history,
                fitted);
    }

    /** @param measured summary of the functions of the data */
    private TrialFindings analyseDirection(
            RunRow run,
            TrialData data,
            TrialSummary measured,
            @Nullable TrialData before,
            BucketHistory history,
            FittedFunctions fitted) {
        TrialRow trial = data.trial();
        boolean onThisComputer = run.onThisComputer();
        boolean searches = trial.workload().type().searches();
        List<FunctionFindings> functions = functions(data, measured.commonWindow(), history, fitted, searches);
        // The directions of a trial in both share the window of all functions.
        TrialSummary summary = measured.trial().equals(trial) && fitted == FittedFunctions.EVERY_FUNCTION
                ? measured.withSteadyWindow(
                                searches
                                        ? null
                                        : SteadyWindow.of(functions, data.intervals())
                                                .orElse(null))
                        .withCourse(data.intervals())
                : measured;
        FunctionFindings typical = typical(data.functions())
                .flatMap(row -> functions.stream()
                        .filter(findings -> findings.function().equals(row))
                        .findFirst())
                .orElse(null);
        BurstFit fit = typical == null || typical.burst() == null
                ? new BurstFit.TooShort(Phrase.of("No function finished."))
                : typical.burst();
        Double processors = median(functions);
        EvidenceRow recorded = data.evidence().orElse(null);
        Evidence ownServers =
                Evidence.of(recorded, onThisComputer ? null : shareOfMemory(processors, trial.memoryMb()));
        Evidence evidence = run.againstExternalServer()
                ? ownServers.withExternalServer()
                : run.testbedKind() == TestbedKind.IMPORTED ? ownServers.asImported() : ownServers;
        Verdict verdict = verdict(trial.workload().type(), summary, fit, evidence);
        return new TrialFindings(
                summary,
                bandwidths(data, true),
                bandwidths(data, false),
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
                before == null ? null : RefillSummary.between(before, data, history),
                LatencySummary.of(trial, data.functions(), data.probes()),
                trial.workload()
                        .finding(data.functions().stream()
                                .filter(FunctionRow::finished)
                                .map(FunctionRow::metrics)
                                .toList())
                        .orElse(null),
                List.of());
    }

    private Verdict verdict(WorkloadType type, TrialSummary summary, BurstFit fit, Evidence evidence) {
        if (!type.transfers()) {
            return rules.inconclusive(summary).orElseGet(Verdict.NoTransfer::new);
        }
        return type.searches() ? rules.ofSearch(summary, evidence) : rules.of(summary, fit, evidence);
    }

    private static List<FunctionFindings> functions(
            TrialData data,
            @Nullable CommonWindow window,
            BucketHistory history,
            FittedFunctions fitted,
            boolean searches) {
        Map<Integer, List<Interval>> intervals = data.intervalsByFunction();
        boolean every = fitted == FittedFunctions.EVERY_FUNCTION;
        Set<FunctionRow> typical = every ? Set.of() : typicalOfDirections(data.trial(), data.functions());
        // A thousand fits of 2 to 3 ms each, which share nothing.
        return data.functions().parallelStream()
                .map(function -> FunctionFindings.of(
                        function,
                        data.trial().directionOf(function.functionIndex()),
                        window,
                        !searches && (every || typical.contains(function))
                                ? intervals.getOrDefault(function.functionIndex(), List.of())
                                : null,
                        history))
                .toList();
    }

    /** The typical function of each direction. */
    private static Set<FunctionRow> typicalOfDirections(TrialRow trial, List<FunctionRow> functions) {
        Set<FunctionRow> typical = new LinkedHashSet<>();
        functions.stream()
                .collect(Collectors.groupingBy(function -> trial.directionOf(function.functionIndex())))
                .values()
                .forEach(own -> typical(own).ifPresent(typical::add));
        return typical;
    }

    /** The function with the median bandwidth; for an even number, the one just below the median. */
    private static Optional<FunctionRow> typical(List<FunctionRow> functions) {
        List<FunctionRow> finished = functions.stream()
                .filter(function -> function.bandwidth() != null)
                .sorted(Comparator.comparing(
                        function -> Objects.requireNonNull(function.bandwidth()), Bandwidth::compareTo))
                .toList();
        return finished.isEmpty() ? Optional.empty() : Optional.of(finished.get((finished.size() - 1) / 2));
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

    private static @Nullable FunctionBandwidths bandwidths(TrialData data, boolean cold) {
        return FunctionBandwidths.of(
                data.trial(),
                data.functions().stream()
                        .filter(function -> function.cold() != null && function.cold() == cold)
                        .toList());
    }

    private static boolean hadPause(RunRow run) {
        return !run.settings().getOrDefault("pause", "0").equals("0");
    }

    private static List<Phrase> notes(RunRow run) {
        String omitted = run.settings().getOrDefault("omit", "0");
        return omitted.equals("0")
                ? List.of()
                : List.of(Phrase.of("The first {0} s of every transfer were omitted, including any burst.", omitted));
    }

    private static Optional<EvidenceRow> of(TrialRow trial, List<EvidenceRow> evidence) {
        return evidence.stream().filter(row -> row.trial() == trial.index()).findFirst();
    }
}
