package org.faasnetlab.cli.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints lines of progress, each with the minutes and seconds since the first. */
public final class ElapsedTimePrinter {
    private final Terminal terminal;
    private final Clock clock;
    private final Instant begun;

    public ElapsedTimePrinter(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.instant();
    }

    public void print(String text) {
        Duration since = Duration.between(begun, clock.instant());
        terminal.printError(String.format(Locale.ROOT, "%3d:%02d  %s", since.toMinutes(), since.toSecondsPart(), text));
    }
}
