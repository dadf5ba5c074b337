package org.faasnetlab.cli.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.cli.common.PeriodicTimer;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TerminalStyle;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunProgress;

/**
 * Shows the progress of a run: on a terminal one line that is redrawn four times a second, with the phase, the time left
 * and the bandwidth of the last seconds; elsewhere a plain line every few seconds. It is printed to the error stream, so
 * that the output contains only results.
 */
final class ProgressPrinter implements AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);
    private static final int BAR = 10;
    private static final int SPARKS = 12;

    /** A longer line would wrap on a terminal of 80 columns, and could not be redrawn. */
    private static final int MAX_WIDTH = 79;

    /** Updates for one spark: a second of the interactive line. */
    private static final int UPDATES_PER_SPARK = 4;

    private final Terminal terminal;
    private final TerminalStyle style;
    private final RunProgress progress;
    private final PeriodicTimer.Ticking ticking;
    private final List<Double> bandwidths = new ArrayList<>();
    private int updates;
    private int drawn;
    private String noted = "";

    ProgressPrinter(Terminal terminal, TerminalStyle style, RunProgress progress, PeriodicTimer timer) {
        this.terminal = terminal;
        this.style = style;
        this.progress = progress;
        this.ticking = timer.every(terminal.interactive() ? REDRAW : NEXT_LINE, this::show);
    }

    private void show() {
        ProgressSnapshot snapshot = progress.snapshot();
        if (snapshot.cell() == null) {
            return;
        }
        if (terminal.interactive()) {
            remember(snapshot);
            String line = parts(bar(snapshot.overall()), line(snapshot), style.sparkline(bandwidths));
            draw(line.substring(0, Math.min(MAX_WIDTH, line.length())));
        } else {
            note(line(snapshot));
        }
    }

    private void remember(ProgressSnapshot snapshot) {
        if (snapshot.count(FunctionState.TRANSFERRING) == 0) {
            bandwidths.clear();
            updates = 0;
        } else if (updates++ % UPDATES_PER_SPARK == 0) {
            bandwidths.add(snapshot.aggregate().bitsPerSecond());
            if (bandwidths.size() > SPARKS) {
                bandwidths.remove(0);
            }
        }
    }

    /** Skips a line that repeats the previous one: preparing a trial may take many seconds. */
    private void note(String text) {
        if (!text.equals(noted)) {
            terminal.printError(text);
            noted = text;
        }
    }

    /** Overwrites the previous line; spaces erase what was longer. */
    private void draw(String text) {
        terminal.err().print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        terminal.err().flush();
        drawn = text.length();
    }

    private static String bar(double done) {
        int full = (int) Math.round(done * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private static String line(ProgressSnapshot now) {
        String trial =
                now.trials() == 1 ? "" : String.format(Locale.ROOT, "trial %d/%d", now.trial() + 1, now.trials());
        int failed = now.count(FunctionState.FAILED);
        int stopped = now.count(FunctionState.STOPPED);
        return parts(
                trial,
                phase(now),
                failed == 0 ? "" : failed + " failed",
                stopped == 0 ? "" : stopped + " stopped",
                left(now));
    }

    private static String phase(ProgressSnapshot now) {
        int functions = now.functions().size();
        return switch (now.phase()) {
            case NONE, PREPARING -> "preparing";
            case WAITING -> "functions ready " + now.ready() + " of " + functions;
            case MEASURING ->
                String.format(
                        Locale.ROOT,
                        "%d s  %d of %d sending%s",
                        now.sinceT0() == null ? 0 : now.sinceT0().toSeconds(),
                        now.count(FunctionState.TRANSFERRING),
                        functions,
                        rate(now));
            case PAUSED -> "pause";
            case FINISHED -> "saving";
        };
    }

    /** Nothing before the first interval, which of UDP uploads comes with their end. */
    private static String rate(ProgressSnapshot now) {
        if (!now.transfers()) {
            return "";
        }
        return now.functions().stream().allMatch(function -> function.rate() == null) ? "" : "  " + now.aggregate();
    }

    private static String left(ProgressSnapshot now) {
        Duration left = now.left();
        return left == null || left.isZero() ? "" : DurationFormatter.format(left) + " left";
    }

    private static String parts(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    /** Stops the progress display and erases the drawn line. */
    @Override
    public void close() {
        ticking.close();
        if (drawn > 0) {
            terminal.err().print("\r" + " ".repeat(drawn) + "\r");
            terminal.err().flush();
        }
    }
}
