package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.RateSketch;
import org.faasnetlab.analysis.summary.RunSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.DayFormatter;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** Formats runs as the texts and numbers of the results screen. */
final class ResultFormatter {
    private static final String DOT = " \u00b7 ";

    private final Texts texts = Texts.of(ResultFormatter.class);
    private final DomainTexts domain = new DomainTexts();
    private final DayFormatter days;

    /** @param clock clock with the user's time zone */
    ResultFormatter(Clock clock) {
        this.days = new DayFormatter(clock);
    }

    String label(Metric metric) {
        return domain.label(metric);
    }

    String get(String key, Object... places) {
        return texts.get(key, places);
    }

    String date(Instant instant) {
        return days.format(instant);
    }

    /** Testbed, start, trials and functions; then without the first ones, which the list of runs shows too. */
    List<String> subtitles(RunRow run, @Nullable RunDetails details) {
        List<String> parts = new ArrayList<>(List.of(domain.text(run.testbedLabel()), date(run.startedAt())));
        if (details != null) {
            int trials = details.trials().size();
            parts.add(trials == 1 ? get("header.trials.one") : get("header.trials", trials + ""));
            int functions = details.functions().size();
            long failed = details.failedFunctions();
            parts.add(functionsText(functions, failed));
        }
        return IntStream.range(0, parts.size())
                .mapToObj(from -> String.join(DOT, parts.subList(from, parts.size())))
                .toList();
    }

    private String functionsText(int functions, long failed) {
        if (failed > 0) {
            return get("header.failed", failed + "", functions + "");
        }
        return functions == 1 ? get("header.functions.one") : get("header.functions", functions + "");
    }

    /** Start time, testbed, and whether its network was simulated. */
    String listLine(RunRow run) {
        String line = date(run.startedAt()) + DOT + domain.text(run.testbedLabel());
        return run.simulatedNetwork() ? line + DOT + get("simulated.short") : line;
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

    /** A sketch of the aggregate, as text. */
    String sketch(RateSketch sketch) {
        List<Double> measured =
                sketch.bitsPerSecond().stream().filter(rate -> !rate.isNaN()).toList();
        return measured.isEmpty()
                ? ""
                : get(
                        "sketch",
                        DurationFormatter.format(sketch.length()),
                        new Bandwidth(measured.get(0)).toString(),
                        new Bandwidth(measured.get(measured.size() - 1)).toString(),
                        new Bandwidth(sketch.peak()).toString());
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

    /** The number of a trial, and what tells it apart from the other trials of its run. */
    String trial(TrialRow trial, List<TrialRow> all) {
        List<String> parts = new ArrayList<>();
        Map<Function<TrialRow, Object>, Function<TrialRow, String>> texts = new LinkedHashMap<>();
        texts.put(
                TrialRow::functions,
                row -> row.functions() == 1
                        ? get("trial.functions.one")
                        : get("trial.functions", row.functions() + ""));
        texts.put(
                TrialRow::memoryMb,
                row -> row.memoryMb() == 0
                        ? get("trial.memory.unknown")
                        : row.cell().memoryLabel());
        texts.put(TrialRow::direction, row -> domain.direction(row.direction()));
        texts.forEach((value, text) -> {
            if (all.stream().map(value).distinct().count() > 1) {
                parts.add(text.apply(trial));
            }
        });
        String number = trial.index() + 1 + "";
        return parts.isEmpty() ? get("trial.item.plain", number) : get("trial.item", number, String.join(", ", parts));
    }

    /** Unknown if the file of an imported run does not state it. */
    String direction(@Nullable RunRow run, Direction direction) {
        return run != null && run.isNotStated("direction") ? get("direction.unknown") : domain.direction(direction);
    }

    String validity(Validity validity) {
        return validity.isValid() ? get("summary.valid") : domain.text(validity.text());
    }

    String subject(EvidenceItem item) {
        return domain.text(item.label());
    }

    String state(FunctionRow function) {
        return get("function." + function.end().id());
    }

    String start(@Nullable Boolean cold) {
        return cold == null ? get("none") : get(cold ? "start.cold" : "start.warm");
    }

    String failure(FunctionRow function) {
        if (function.failure() == null) {
            return "";
        }
        String reason = new DomainTexts().reason(function.failure());
        return function.failureMessage() == null ? reason : reason + ": " + function.failureMessage();
    }

    String written(List<Path> files) {
        return get("export.done", files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    String rate(@Nullable Bandwidth bandwidth, BandwidthUnit unit) {
        return bandwidth == null ? get("none") : unit.number(bandwidth);
    }

    String interval(@Nullable BandwidthRange interval, BandwidthUnit unit) {
        if (interval == null) {
            return get("none");
        }
        String low = unit.number(interval.low());
        String high = unit.number(interval.high());
        return low.equals(high) ? domain.text(interval.text()) : low + " \u2013 " + high;
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
