package org.faasnetlab.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.burst.RefillSummary;
import org.faasnetlab.analysis.cost.BilledArchitecture;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.DirectionSummaries;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.Evidence;
import org.faasnetlab.analysis.verdict.EvidenceBuilder;
import org.faasnetlab.analysis.verdict.VerdictRules;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** Analyses a trial. */
record TrialAnalysis(VerdictRules rules, CostModel costs) {

    /** @param before the previous trial of the run, if there was a pause between them */
    TrialFindings of(RunRow run, TrialData data, Optional<TrialData> before) {
        TrialSummary summary = TrialSummary.of(data.trial(), data.functions(), data.intervals());
        TrialFindings whole = of(run, data, summary, before);
        return data.trial().direction() == Direction.BOTH
                ? new BidirectionalAnalysis(
                                whole,
                                half(Direction.DOWNLOAD, run, data, summary, before),
                                half(Direction.UPLOAD, run, data, summary, before))
                        .findings(rules)
                : whole;
    }

    private TrialFindings half(
            Direction direction, RunRow run, TrialData data, TrialSummary whole, Optional<TrialData> before) {
        return of(run, data.going(direction), DirectionSummaries.half(whole, direction, data.functions()), before);
    }

    private TrialFindings of(RunRow run, TrialData data, TrialSummary summary, Optional<TrialData> before) {
        TrialRow trial = data.trial();
        boolean onThisComputer = run.onThisComputer();
        List<FunctionFindings> functions = functions(data, summary.commonWindow());
        FunctionFindings typical = typical(functions);
        BurstFit fit = typical == null || typical.burst() == null
                ? new BurstFit.TooShort("No function finished.")
                : typical.burst();
        Double processors = median(functions);
        EvidenceRow kept = data.evidence().orElse(null);
        Evidence evidence = Evidence.of(kept, onThisComputer ? null : ofShare(processors, trial.memoryMb()));
        return new TrialFindings(
                summary,
                bandwidths(data.functions(), true),
                bandwidths(data.functions(), false),
                functions,
                typical,
                rules.of(summary, fit, evidence),
                new EvidenceBuilder(summary, fit, evidence, kept, processors, onThisComputer).all(),
                JobCost.of(data.functions(), trial.memoryMb(), costs, BilledArchitecture.of(run), onThisComputer)
                        .orElse(null),
                before.map(earlier -> RefillSummary.between(earlier, data).sentence())
                        .orElse(null),
                List.of());
    }

    private static List<FunctionFindings> functions(TrialData data, @Nullable CommonWindow window) {
        Map<Integer, List<Interval>> intervals = data.intervalsByFunction();
        return data.functions().stream()
                .map(one -> FunctionFindings.of(
                        one,
                        data.trial().directionOf(one.functionIndex()),
                        window,
                        intervals.getOrDefault(one.functionIndex(), List.of())))
                .toList();
    }

    /** For an even number, the one just below the median. */
    private static @Nullable FunctionFindings typical(List<FunctionFindings> functions) {
        List<FunctionFindings> finished = functions.stream()
                .filter(one -> one.function().bandwidth() != null)
                .sorted(Comparator.comparing(
                        one -> Objects.requireNonNull(one.function().bandwidth()), Bandwidth::compareTo))
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

    private static @Nullable Double ofShare(@Nullable Double processors, int memoryMb) {
        return processors == null ? null : (Double) Math.min(1, processors * VerdictRules.ONE_PROCESSOR_MB / memoryMb);
    }

    private static @Nullable FunctionBandwidths bandwidths(List<FunctionRow> functions, boolean cold) {
        return FunctionBandwidths.of(functions.stream()
                .filter(one -> one.cold() != null && one.cold() == cold)
                .toList());
    }

    static boolean hadPause(RunRow run) {
        return !run.settings().getOrDefault("pause", "0").equals("0");
    }
}
