package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.RunSummary;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.DayFormatter;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;

/** Formats runs as the texts and numbers of the results screen. */
final class ResultFormatter {
    private static final String DOT = " \u00b7 ";

    private static final Map<String, SettingDescription> SETTINGS = Workloads.builtIn().types().stream()
            .flatMap(type -> Setting.ofType(type).stream())
            .map(Setting::details)
            .collect(Collectors.toMap(SettingDescription::key, Function.identity(), (one, same) -> one));

    private final Texts texts = Texts.of(ResultFormatter.class);
    private final DayFormatter days;

    /** @param clock clock with the user's time zone */
    ResultFormatter(Clock clock) {
        this.days = new DayFormatter(clock);
    }

    String get(String key, Object... places) {
        return texts.get(key, places);
    }

    String date(Instant instant) {
        return days.format(instant);
    }

    String subtitle(RunRow run, @Nullable RunDetails details) {
        List<String> parts = new ArrayList<>(List.of(run.testbed(), date(run.startedAt())));
        if (details != null) {
            int trials = details.trials().size();
            parts.add(trials == 1 ? get("header.trials.one") : get("header.trials", trials + ""));
            int functions = details.functions().size();
            long failed = details.failedFunctions();
            parts.add(functionsText(functions, failed));
        }
        return String.join(DOT, parts);
    }

    private String functionsText(int functions, long failed) {
        if (failed > 0) {
            return get("header.failed", failed + "", functions + "");
        }
        return functions == 1 ? get("header.functions.one") : get("header.functions", functions + "");
    }

    /** Start time, testbed, and whether its network was simulated. */
    String listLine(RunRow run) {
        String testbed = run.simulatedNetwork() ? run.testbed() + DOT + get("simulated.short") : run.testbed();
        return date(run.startedAt()) + DOT + testbed;
    }

    /** The median bandwidth of a function, with the number of functions and of trials. */
    String result(RunSummary summary) {
        CellStatistics each = summary.each();
        List<String> parts = new ArrayList<>();
        parts.add(each == null ? get("result.none") : new Bandwidth(each.median()).toString());
        int functions = summary.mostFunctions();
        parts.add(functions == 1 ? get("trial.functions.one") : get("trial.functions", functions + ""));
        if (summary.trials() > 1) {
            parts.add(get("header.trials", summary.trials() + ""));
        }
        if (summary.invalid() > 0) {
            parts.add(get("result.invalid", summary.invalid() + ""));
        }
        if (summary.failed() > 0) {
            parts.add(get("result.failed", summary.failed() + ""));
        }
        return String.join(DOT, parts);
    }

    /** All details of a list entry, as text. */
    String hint(RunRow run) {
        String line = run.title() + DOT + listLine(run) + DOT + status(run.status());
        return run.simulatedNetwork() ? line + DOT + get("simulated") : line;
    }

    /** Each with a leading {@code #}, for example {@code #lambda #paper}. */
    String tags(RunLabel label) {
        return label.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
    }

    /** The note and the tags, or an empty text. */
    String label(RunLabel label) {
        String tags = tags(label);
        String note = label.note() == null ? "" : label.note();
        return note.isEmpty() || tags.isEmpty() ? note + tags : note + "\n" + tags;
    }

    String status(RunStatus status) {
        return get("status." + status.id());
    }

    String trial(TrialRow trial) {
        return get(
                "trial.item",
                trial.index() + 1 + "",
                trial.functions() == 1 ? get("trial.functions.one") : get("trial.functions", trial.functions() + ""),
                trial.memoryMb() == 0
                        ? get("trial.memory.unknown")
                        : trial.cell().memoryLabel(),
                trial.direction().id());
    }

    String state(FunctionRow function) {
        return get("function." + stateId(function));
    }

    /** {@code finished}, {@code failed} or {@code cut}; also the style class of the state. */
    static String stateId(FunctionRow function) {
        if (function.failure() != null) {
            return "failed";
        }
        return function.finished() ? "finished" : "cut";
    }

    String start(@Nullable Boolean cold) {
        return cold == null ? get("none") : get(cold ? "start.cold" : "start.warm");
    }

    String failure(FunctionRow function) {
        if (function.failure() == null) {
            return "";
        }
        String reason = function.failure().id().replace('-', ' ');
        return function.failureMessage() == null ? reason : reason + ": " + function.failureMessage();
    }

    /** The name of a stored setting, as the experiment screen has it. */
    String settingName(String key) {
        SettingDescription known = SETTINGS.get(key);
        return known == null ? key : known.title();
    }

    /** The value of a stored setting, with its unit; several values are separated by commas. */
    String settingValue(String key, String value) {
        SettingDescription known = SETTINGS.get(key);
        return known == null
                ? value
                : Arrays.stream(value.split(","))
                        .map(one -> known.quantity().toFile(one.strip()))
                        .collect(Collectors.joining(", "));
    }

    /** The name of a stored property of the environment. */
    String propertyName(String key) {
        return texts.has("property." + key) ? get("property." + key) : key;
    }

    /** The value of a stored property of the environment; numbers of bytes with a unit. */
    String propertyValue(String key, String value) {
        return key.endsWith(".bytes") && value.matches("[0-9]{1,18}")
                ? new DataSize(Long.parseLong(value)).toString()
                : value;
    }

    String written(List<Path> files) {
        return get("export.done", files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    String rate(@Nullable Bandwidth bandwidth, BandwidthUnit unit) {
        return bandwidth == null ? get("none") : unit.number(bandwidth);
    }

    String interval(@Nullable BandwidthRange interval, BandwidthUnit unit) {
        return interval == null ? get("none") : unit.number(interval.low()) + " \u2013 " + unit.number(interval.high());
    }

    /** @param share 0 to 1, or null */
    String percent(@Nullable Double share) {
        return share == null ? get("none") : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    String size(@Nullable Long bytes) {
        return bytes == null ? get("none") : new DataSize(bytes).toString();
    }

    /** A metric's value without its unit, which the column heading names. */
    String metric(Metric metric, @Nullable Double value) {
        if (value == null) {
            return get("none");
        }
        boolean whole = metric.unit() == Metric.Unit.COUNT || metric.unit() == Metric.Unit.BYTES;
        return String.format(
                Locale.ROOT, whole ? "%,.0f" : "%,.1f", metric.unit().shown(value));
    }

    String spread(@Nullable Duration spread) {
        return spread == null ? get("none") : String.format(Locale.ROOT, "%.1f ms", spread.toNanos() / 1e6);
    }

    String millis(@Nullable Long micros) {
        return micros == null ? get("none") : String.format(Locale.ROOT, "%.1f", micros / 1e3);
    }
}
