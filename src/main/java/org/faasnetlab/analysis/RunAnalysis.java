package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/** Draws all conclusions from a run. */
public final class RunAnalysis {
    private final TrialAnalysis analysis;

    public RunAnalysis(VerdictRules rules, CostModel costs) {
        this.analysis = new TrialAnalysis(rules, costs);
    }

    /** With the published results and the prices that come with the program. */
    public static RunAnalysis ofProgram() {
        return new RunAnalysis(new VerdictRules(PublishedResults.load()), new CostModel(Prices.load()));
    }

    public RunFindings of(RunData run) {
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<Integer, List<FunctionInterval>> intervals =
                run.intervals().stream().collect(Collectors.groupingBy(FunctionInterval::trial));
        List<TrialFindings> trials = new ArrayList<>();
        TrialData before = null;
        for (TrialRow trial : run.trials()) {
            TrialData data = new TrialData(
                    trial,
                    functions.getOrDefault(trial.index(), List.of()),
                    intervals.getOrDefault(trial.index(), List.of()),
                    evidence(run, trial));
            trials.add(analysis.of(run.run(), data, Optional.ofNullable(before)));
            before = data;
        }
        return new RunFindings(trials, notes(run.run()));
    }

    /** One trial by itself; the refill before it is left out. */
    public TrialFindings of(RunRow run, TrialData trial) {
        return analysis.of(run, trial, Optional.empty());
    }

    private static List<String> notes(RunRow run) {
        String omitted = run.settings().getOrDefault("omit", "0");
        return omitted.equals("0")
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "The first %s s of every transfer were left out of the measurement, and with them a burst.",
                        omitted));
    }

    private static Optional<EvidenceRow> evidence(RunData run, TrialRow trial) {
        return run.evidence().stream()
                .filter(one -> one.trial() == trial.index())
                .findFirst();
    }
}
