package org.faasnetlab.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines of progress, each with the minutes and seconds since the first was to be told. */
final class ElapsedLines {
    private final Screen screen;
    private final Clock clock;
    private final Instant begun;

    ElapsedLines(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
        this.begun = clock.instant();
    }

    void tell(String text) {
        Duration since = Duration.between(begun, clock.instant());
        screen.note(String.format(Locale.ROOT, "%3d:%02d  %s", since.toMinutes(), since.toSecondsPart(), text));
    }
}
