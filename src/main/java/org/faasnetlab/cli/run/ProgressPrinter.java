package org.faasnetlab.cli.run;

import java.time.Duration;
import java.util.Locale;
import org.faasnetlab.cli.common.PeriodicTimer;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.run.progress.RunProgress;

/**
 * Shows the progress of a run: on a terminal a bar that is redrawn four times a second, elsewhere a plain line every
 * second. It is printed to the error stream, so that the output contains only results.
 */
final class ProgressPrinter implements AutoCloseable {
    private static final int BAR = 20;

    private final Terminal terminal;
    private final RunProgress progress;
    private final PeriodicTimer.Ticking ticking;
    private int drawn;
    private String noted = "";

    ProgressPrinter(Terminal terminal, RunProgress progress, PeriodicTimer timer) {
        this.terminal = terminal;
        this.progress = progress;
        Duration period = terminal.interactive() ? Duration.ofMillis(250) : Duration.ofSeconds(1);
        this.ticking = timer.every(period, this::show);
    }

    private void show() {
        ProgressSnapshot snapshot = progress.snapshot();
        if (snapshot.cell() == null) {
            return;
        }
        if (terminal.interactive()) {
            draw(bar(snapshot.overall()) + " " + line(snapshot));
        } else {
            note(line(snapshot));
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
                now.trials() == 1 ? "" : String.format(Locale.ROOT, "trial %d/%d  ", now.trial() + 1, now.trials());
        Duration since = now.sinceT0();
        int unfinished = now.count(FunctionState.FAILED) + now.count(FunctionState.STOPPED);
        String failed = unfinished == 0 ? "" : ", " + unfinished + " failed";
        if (now.phase() == RunPhase.WAITING) {
            return String.format(
                    Locale.ROOT,
                    "%s%d of %d functions ready%s",
                    trial,
                    now.ready(),
                    now.functions().size(),
                    failed);
        }
        if (since == null) {
            return trial + "preparing" + failed;
        }
        return String.format(
                Locale.ROOT,
                "%s%d s  %d/%d sending, %d finished%s  %s",
                trial,
                since.toSeconds(),
                now.count(FunctionState.TRANSFERRING),
                now.functions().size(),
                now.count(FunctionState.FINISHED),
                failed,
                now.aggregate());
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
