package org.faasnetlab.ui.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.run.progress.FailureGroup;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.FailureAdvice;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Formats a snapshot as the texts and numbers of the live screen. */
final class LiveFormatter {
    static final String DOT = " \u00b7 ";

    private final Texts texts = Texts.of(LiveFormatter.class);
    private final FailureAdvice advice = new FailureAdvice();

    String get(String key, Object... places) {
        return texts.get(key, places);
    }

    String subtitle(ProgressSnapshot progress) {
        List<String> parts = new ArrayList<>();
        Cell cell = progress.cell();
        if (cell != null) {
            parts.add(get("header.trial", progress.trial() + 1 + "", progress.trials() + ""));
            int functions = cell.functions();
            parts.add(functions == 1 ? get("header.functions.one") : get("header.functions", functions + ""));
            parts.add(get("header.memory", cell.memoryMb() + ""));
            parts.add(direction(cell.workload().direction()));
            parts.addAll(transfer(cell.workload()));
        }
        RunRow run = progress.run();
        if (run != null) {
            parts.add(new DomainTexts().text(run.testbedLabel()));
        }
        return String.join(DOT, parts);
    }

    private static List<String> transfer(Workload workload) {
        DataSize size = workload.objectSize();
        if (size != null) {
            return List.of(size.toString(), new DomainTexts().text(workload.parallelismLabel()));
        }
        return workload.parallelism() == 1 ? List.of() : List.of(new DomainTexts().text(workload.parallelismLabel()));
    }

    String direction(Direction direction) {
        return new DomainTexts().direction(direction);
    }

    /** The bandwidth of the opposite direction in the same trial. */
    String oppositeDirection(Direction direction, @Nullable Bandwidth bandwidth, BandwidthUnit unit) {
        return direction(direction) + " " + summary(bandwidth, unit);
    }

    /** A phase of the trial, with its numbers while it lasts. */
    String phase(LivePhase phase, LivePhase now, LiveSnapshot snapshot) {
        String name = get("phase." + phase);
        if (phase != now) {
            return phase.compareTo(now) < 0 ? "\u2713 " + name : name;
        }
        ProgressSnapshot progress = snapshot.progress();
        return switch (phase) {
            case PREPARE, T0 -> name + lasting(snapshot);
            case READY ->
                get(
                                "phase.READY.now",
                                progress.ready() + "",
                                snapshot.functions().size() + "")
                        + lasting(snapshot);
            case MEASURE -> name + DOT + measured(progress);
            case SAVE -> progress.trial() + 1 < progress.trials() ? get("progress.paused") : name;
            case DONE -> name;
        };
    }

    /** How long the current phase has lasted, if that is long enough to be noticed. */
    private String lasting(LiveSnapshot snapshot) {
        long seconds = snapshot.inPhase().toSeconds();
        return seconds < 1 ? "" : DOT + get("phase.seconds", seconds + "");
    }

    /** What has been measured of what the plan asks for: bytes of an object, or seconds. */
    private String measured(ProgressSnapshot progress) {
        Cell cell = progress.cell();
        DataSize object = cell == null ? null : cell.workload().objectSize();
        if (cell != null && object != null) {
            long moved = progress.functions().stream()
                    .mapToLong(FunctionSnapshot::bytes)
                    .sum();
            return get(
                    "progress.bytes",
                    new DataSize(moved).toString(),
                    new DataSize(object.bytes() * cell.functions()).toString());
        }
        Duration length = progress.length();
        String elapsed = String.format(Locale.ROOT, "%.1f", progress.elapsed().toMillis() / 1e3);
        return length == null
                ? get("progress.elapsed.open", elapsed)
                : get("progress.elapsed", elapsed, length.toSeconds() + "");
    }

    String left(@Nullable Duration left) {
        if (left == null) {
            return "";
        }
        long seconds = left.toSeconds();
        if (seconds >= 90) {
            return get("left.minutes", (seconds + 30) / 60 + "");
        }
        return seconds >= 3 ? get("left.seconds", seconds + "") : get("left.soon");
    }

    /** A rounded bandwidth with its unit. */
    String summary(@Nullable Bandwidth bandwidth, BandwidthUnit unit) {
        if (bandwidth == null) {
            return get("none");
        }
        return unit.text(bandwidth);
    }

    String aggregateNote(LiveSnapshot snapshot, BandwidthUnit unit) {
        Bandwidth peak = snapshot.numbers().peak();
        boolean over = snapshot.progress().phase() == RunPhase.PAUSED
                || snapshot.progress().phase() == RunPhase.FINISHED;
        if (peak == null) {
            return "";
        }
        return get(over ? "tile.aggregate.over" : "tile.aggregate.note", summary(peak, unit));
    }

    String medianNote(DirectionRates numbers, BandwidthUnit unit) {
        if (numbers.median() == null) {
            return "";
        }
        String median = summary(numbers.median(), unit);
        return get(
                numbers.percentiles() ? "tile.median.note" : "tile.median.range",
                withoutSameUnit(median, summary(numbers.low(), unit)),
                withoutSameUnit(median, summary(numbers.high(), unit)));
    }

    /** Without its unit if that is also the unit of the number beside it. */
    private static String withoutSameUnit(String number, String other) {
        String symbol = number.substring(number.indexOf(' '));
        return other.endsWith(symbol) ? other.substring(0, other.indexOf(' ')) : other;
    }

    /**
     * The counts of the states other than the one that the tile shows, where not 0, and always of the failed functions.
     */
    String functionsNote(LiveStatistics numbers, FunctionState counted) {
        List<String> parts = new ArrayList<>();
        for (FunctionState state : FunctionState.values()) {
            int count = numbers.count(state);
            if (state != counted && (count > 0 || state == FunctionState.FAILED)) {
                parts.add(count + " " + state(state));
            }
        }
        return String.join(DOT, parts);
    }

    String spread(LiveStatistics numbers) {
        Long micros = numbers.startSpreadMicros();
        return micros == null ? get("none") : seconds(micros);
    }

    String spreadNote(LiveStatistics numbers) {
        if (numbers.startsApart()) {
            return get("tile.spread.wide", Validity.MAX_START_SPREAD.toMillis() + "");
        }
        Long window = numbers.commonWindowMicros();
        return window == null ? get("tile.spread.note.open") : get("tile.spread.note", seconds(window));
    }

    String state(FunctionState state) {
        return get("state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** As {@link #state(FunctionState)}, seen from the function: it receives or sends. */
    String state(FunctionSnapshot function) {
        return function.state() == FunctionState.TRANSFERRING
                ? get("state.transferring." + function.direction().id())
                : state(function.state());
    }

    String start(@Nullable Boolean cold) {
        return cold == null ? get("none") : get(cold ? "start.cold" : "start.warm");
    }

    String failure(FailureGroup group) {
        String what =
                get("failures.group", group.count() + "", new DomainTexts().reason(group.reason()), group.message());
        return (what + " " + advice.of(group.reason())).strip();
    }

    String end(RunStatus status) {
        return get("end." + status.id());
    }

    private static String seconds(long micros) {
        return micros < 1_000_000
                ? String.format(Locale.ROOT, "%.0f ms", micros / 1e3)
                : String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
}
