package org.faasnetlab.chart.data;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;

/** What stands over charts: what was measured, where, how and when. */
public final class HeadingFormatter {
    private final DateTimeFormatter date;

    /** @param zone of the dates that are shown */
    public HeadingFormatter(ZoneId zone) {
        date = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
    }

    /**
     * With the reasons why the trial is invalid, if it is.
     *
     * @param evidence of the run
     */
    public ChartHeading ofTrial(TrialChartSource source, List<EvidenceRow> evidence) {
        TrialRow trial = source.trial();
        Validity validity = Validity.of(trial, source.functions(), EvidenceRow.of(trial.index(), evidence));
        ChartHeading heading = ofTrial(source);
        return validity.isValid() || trial.status() == RunStatus.RUNNING
                ? heading
                : new ChartHeading(
                        heading.title(),
                        "invalid: " + validity.text() + " · " + heading.subtitle(),
                        heading.simulated());
    }

    public ChartHeading ofTrial(TrialChartSource source) {
        RunRow run = source.run();
        TrialRow trial = source.trial();
        int trials = source.trials();
        List<FunctionRow> functions = source.functions();
        long failed = functions.stream()
                .filter(function -> function.failure() != null)
                .count();
        List<String> words = new ArrayList<>();
        words.add(run.testbed());
        words.add(trial.functions()
                + (trial.functions() == 1 ? " function" : " functions")
                + (failed == 0 ? "" : ", " + failed + " failed"));
        if (trial.memoryMb() > 0) {
            words.add(trial.cell().memoryLabel());
        }
        words.add(
                trial.direction() == Direction.BOTH
                        ? "half of the functions in each direction"
                        : trial.direction().id());
        words.addAll(trial.network().labels());
        if (trials > 1) {
            words.add("trial " + (trial.index() + 1) + " of " + trials);
        }
        words.add(date.format(run.startedAt()));
        return new ChartHeading(run.title(), String.join(" · ", words), run.simulatedNetwork());
    }

    /** @param what what the chart shows of the run, to stand behind its title */
    public ChartHeading ofRun(RunRow run, List<FunctionRow> functions, String what) {
        long failed = functions.stream()
                .filter(function -> function.failure() != null)
                .count();
        List<String> words = new ArrayList<>();
        words.add(what);
        words.add(run.testbed());
        if (failed > 0) {
            words.add(failed + " of " + functions.size() + " functions failed and are omitted");
        }
        words.add(date.format(run.startedAt()));
        return new ChartHeading(run.title(), String.join(" · ", words), run.simulatedNetwork());
    }
}
