package org.faasnetlab.ui.results;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.jspecify.annotations.Nullable;

/** Facts about a run and a trial of it, by name, with units, in display order. */
final class RunFacts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final SettingLabels labels;
    private final ResultFormatter formatter;
    private final ZoneId zone;

    RunFacts(ResultFormatter formatter, SettingLabels labels, ZoneId zone) {
        this.labels = labels;
        this.formatter = formatter;
        this.zone = zone;
    }

    /**
     * A trial: its place in the run, its conditions, and how it went.
     *
     * @param findings of this trial; null while they are unknown
     */
    List<Map.Entry<String, String>> trial(RunDetails run, TrialDetails shown, @Nullable TrialFindings findings) {
        TrialRow trial = shown.trial();
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        int trials = run.trials().size();
        add(facts, "column.trial", formatter.get("inspector.of", trial.index() + 1 + "", trials + ""));
        add(facts, "column.state", formatter.status(trial.status()));
        Long t0 = trial.t0EpochMicros();
        if (t0 != null) {
            Instant start = Instant.EPOCH.plus(t0, ChronoUnit.MICROS);
            add(facts, "inspector.t0", TIME.format(start.atZone(zone)));
        }
        add(facts, "column.functions", trial.functions() + "");
        add(facts, "column.memory", trial.cell().memoryLabel());
        add(facts, "column.direction", formatter.direction(run.run(), trial.direction()));
        long cold = shown.functions().stream()
                .map(FunctionRow::cold)
                .filter(Boolean.TRUE::equals)
                .count();
        add(facts, "inspector.cold", formatter.get("inspector.of", cold + "", trial.functions() + ""));
        if (findings != null && findings.summary().trial().equals(trial)) {
            addMeasured(facts, findings.summary());
        }
        return facts;
    }

    private void addMeasured(List<Map.Entry<String, String>> facts, TrialSummary summary) {
        add(
                facts,
                "inspector.finished",
                formatter.get("inspector.of", summary.finished() + "", summary.functions() + ""));
        StartSpread spread = summary.startSpread();
        if (spread != null) {
            add(facts, "column.spread", formatter.spread(spread.spread()));
        }
        CommonWindow window = summary.commonWindow();
        if (window != null) {
            long micros = window.endMicros() - window.startMicros();
            add(facts, "inspector.window", DurationFormatter.format(Duration.ofNanos(micros * 1000)));
        }
        if (summary.total() != null) {
            BandwidthRange interval = summary.totalInterval();
            String total = summary.total().toString();
            add(
                    facts,
                    "column.aggregate",
                    interval == null
                            ? total
                            : formatter.get(
                                    "inspector.interval",
                                    total,
                                    interval.low().toString(),
                                    interval.high().toString()));
        }
        add(facts, "inspector.delivered", summary.delivered().toString());
    }

    /** The settings of the run's plan. */
    List<Map.Entry<String, String>> settings(RunRow run) {
        return run.settings().entrySet().stream()
                .map(one -> Map.entry(labels.name(one.getKey()), labels.value(one.getKey(), one.getValue())))
                .toList();
    }

    /** The testbed and the computer. */
    List<Map.Entry<String, String>> environment(RunRow run) {
        return run.environment().entrySet().stream()
                .map(one -> Map.entry(
                        labels.propertyName(one.getKey()), labels.propertyValue(one.getKey(), one.getValue())))
                .toList();
    }

    private void add(List<Map.Entry<String, String>> facts, String key, String value) {
        facts.add(Map.entry(formatter.get(key), value));
    }
}
