package org.faasnetlab.ui.welcome;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.FunctionBandwidths;
import org.faasnetlab.analysis.RunSummary;
import org.faasnetlab.analysis.TrialSummary;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.DayWords;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The recent runs, from the run store. */
public final class StoredRuns implements RecentRuns {
    /** The aggregate of a trial needs all its intervals; a list does not wait for larger trials than this. */
    private static final int FUNCTIONS_QUICKLY_SUMMED = 128;

    private final Texts texts = Texts.of(StoredRuns.class);
    private final Lab lab;
    private final DayWords days;

    /** @param clock the user's clock with their time zone */
    public StoredRuns(Lab lab, Clock clock) {
        this.lab = lab;
        this.days = new DayWords(clock);
    }

    @Override
    public List<RecentRun> newest(int atMost) throws StoreException {
        RunStore store = lab.store();
        List<RecentRun> recent = new ArrayList<>();
        for (RunRow run : store.runs().stream().limit(atMost).toList()) {
            List<TrialRow> trials = store.trials(run.id());
            List<FunctionRow> functions = store.functions(run.id());
            RunSummary summary = RunSummary.of(run, trials, functions);
            recent.add(recentRun(summary, aggregate(store, run, trials, functions)));
        }
        return recent;
    }

    private RecentRun recentRun(RunSummary summary, @Nullable Bandwidth aggregate) {
        RunRow run = summary.run();
        FunctionBandwidths each = summary.each();
        return new RecentRun(
                run.id(),
                days.of(run.startedAt()),
                run.testbed(),
                run.simulatedNetwork(),
                run.title(),
                String.valueOf(summary.mostFunctions()),
                words(aggregate),
                words(each == null ? null : each.median()),
                outcome(summary));
    }

    /** Only a run of one trial has one aggregate bandwidth. */
    private static @Nullable Bandwidth aggregate(
            RunStore store, RunRow run, List<TrialRow> trials, List<FunctionRow> functions) throws StoreException {
        if (trials.size() != 1 || trials.get(0).functions() > FUNCTIONS_QUICKLY_SUMMED) {
            return null;
        }
        TrialRow trial = trials.get(0);
        return TrialSummary.read(store.sums(), trial, functions).aggregate();
    }

    private String words(@Nullable Bandwidth bandwidth) {
        return bandwidth == null ? texts.get("recent.none") : bandwidth.toString();
    }

    private String outcome(RunSummary summary) {
        int functions = summary.finished() + summary.failed();
        return summary.failed() == 0
                ? summary.run().status().word()
                : texts.get(
                        "recent.failed",
                        summary.run().status().word(),
                        String.valueOf(summary.failed()),
                        String.valueOf(functions));
    }
}
