package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.analysis.verdict.VerdictRules;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.aws.pricing.PriceTable;

/** Analyses runs. */
public final class RunAnalysis {
    private final TrialAnalysis analysis;

    public RunAnalysis(VerdictRules rules, CostModel costs) {
        this.analysis = new TrialAnalysis(rules, costs);
    }

    /** With the bundled published results and prices. */
    public static RunAnalysis ofProgram() {
        return new RunAnalysis(new VerdictRules(PublishedResults.load()), new CostModel(PriceTable.bundled()));
    }

    public RunFindings of(RunData run) {
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<Integer, List<StoredInterval>> intervals =
                run.intervals().stream().collect(Collectors.groupingBy(StoredInterval::trial));
        SequentialTrialAnalysis conclusions = trialByTrial(run.run());
        List<TrialFindings> trials = new ArrayList<>();
        for (TrialRow trial : run.trials()) {
            trials.add(conclusions.next(new TrialData(
                    trial,
                    functions.getOrDefault(trial.index(), List.of()),
                    intervals.getOrDefault(trial.index(), List.of()),
                    of(trial, run.evidence()))));
        }
        return new RunFindings(trials, notes(run.run()));
    }

    /** Reads and analyses a run; the intervals of only one trial are in memory at a time. */
    public RunFindings read(RunReader store, RunRow run) throws StoreException {
        Map<Integer, List<FunctionRow>> functions =
                store.functions(run.id()).stream().collect(Collectors.groupingBy(FunctionRow::trial));
        List<EvidenceRow> evidence = store.evidence(run.id());
        SequentialTrialAnalysis conclusions = trialByTrial(run);
        List<TrialFindings> trials = new ArrayList<>();
        for (TrialRow trial : store.trials(run.id())) {
            trials.add(conclusions.next(new TrialData(
                    trial,
                    functions.getOrDefault(trial.index(), List.of()),
                    store.intervals(run.id(), trial.index()),
                    of(trial, evidence))));
        }
        return new RunFindings(trials, notes(run));
    }

    public SequentialTrialAnalysis trialByTrial(RunRow run) {
        return new SequentialTrialAnalysis(analysis, run);
    }

    /** Analyses a single trial, without the refill before it. */
    public TrialFindings of(RunRow run, TrialData trial) {
        return analysis.of(run, trial, Optional.empty());
    }

    private static List<String> notes(RunRow run) {
        String omitted = run.settings().getOrDefault("omit", "0");
        return omitted.equals("0")
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT, "The first %s s of every transfer were omitted, including any burst.", omitted));
    }

    private static Optional<EvidenceRow> of(TrialRow trial, List<EvidenceRow> evidence) {
        return evidence.stream().filter(one -> one.trial() == trial.index()).findFirst();
    }
}
