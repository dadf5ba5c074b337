package org.faasnetlab.ui.welcome;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.summary.RunSummary;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.DayFormatter;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the most recent runs from the run store. */
public final class RecentRuns {
    /**
     * The aggregate of a trial needs sums over all its intervals; above this number of functions the list would be
     * slow.
     */
    private static final int MAX_SUMMED_FUNCTIONS = 1_000;

    private final Texts texts = Texts.of(RecentRuns.class);
    private final DomainTexts domain = new DomainTexts();
    private final Lab lab;
    private final DayFormatter days;

    /** @param clock clock with the user's time zone */
    public RecentRuns(Lab lab, Clock clock) {
        this.lab = lab;
        this.days = new DayFormatter(clock);
    }

    /** Newest first. The first call may take half a second. */
    public List<RecentRun> newest(int atMost) throws StoreException {
        RunReader store = lab.store();
        List<RecentRun> recent = new ArrayList<>();
        for (RunRow run : store.runs().stream().limit(atMost).toList()) {
            List<TrialRow> trials = store.trials(run.id());
            List<FunctionRow> functions = store.functions(run.id());
            List<EvidenceRow> evidence = store.evidence(run.id());
            RunSummary summary = RunSummary.of(run, trials, functions, evidence);
            SortedMap<Integer, Validity> validity = Validity.ofTrials(trials, functions, evidence);
            List<TrialRow> valid = trials.stream()
                    .filter(trial ->
                            Objects.requireNonNull(validity.get(trial.index())).isValid())
                    .toList();
            recent.add(recentRun(summary, aggregate(store, valid, functions)));
        }
        return recent;
    }

    private RecentRun recentRun(RunSummary summary, String aggregate) {
        RunRow run = summary.run();
        CellStatistics each = summary.each();
        return new RecentRun(
                run.id(),
                days.format(run.startedAt()),
                domain.text(run.testbedLabel()),
                run.simulatedNetwork(),
                run.title(),
                String.valueOf(summary.mostFunctions()),
                aggregate,
                format(each == null ? null : new Bandwidth(each.median())),
                outcome(summary));
    }

    /**
     * For a run of several valid trials the median of their aggregates, labelled as such; the directions of a trial in both
     * directions are not added up.
     */
    private String aggregate(RunReader store, List<TrialRow> trials, List<FunctionRow> functions)
            throws StoreException {
        boolean bidirectional = trials.stream().anyMatch(trial -> trial.direction() == Direction.BOTH);
        if (bidirectional || trials.stream().mapToInt(TrialRow::functions).sum() > MAX_SUMMED_FUNCTIONS) {
            return format(null);
        }
        List<TrialSummary> summaries = new ArrayList<>();
        for (TrialRow trial : trials) {
            summaries.add(TrialSummary.read(store.sums(), trial, functions));
        }
        String median = format(TrialSummary.medianTotal(summaries).orElse(null));
        return trials.size() > 1 && !median.equals(format(null)) ? texts.get("recent.medianOf", median) : median;
    }

    private String format(@Nullable Bandwidth bandwidth) {
        return bandwidth == null ? texts.get("recent.none") : bandwidth.toString();
    }

    private String outcome(RunSummary summary) {
        int functions = summary.finished() + summary.failed();
        String outcome = summary.failed() == 0
                ? domain.status(summary.run().status())
                : texts.get(
                        "recent.failed",
                        domain.status(summary.run().status()),
                        String.valueOf(summary.failed()),
                        String.valueOf(functions));
        return summary.invalid() == 0
                ? outcome
                : texts.get(
                        "recent.invalid", outcome, String.valueOf(summary.invalid()), String.valueOf(summary.trials()));
    }
}
