package org.faasnetlab.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Texts;

/** Tells users that a long run is over while they work in another window. */
final class RunEndNotification {
    /** Who started a shorter run is still waiting for it. */
    static final Duration LONG = Duration.ofSeconds(20);

    private final Texts texts = Texts.of(RunEndNotification.class);
    private final Dialogs dialogs;
    private final ObservableValue<Boolean> wanted;
    private final ObservableValue<Boolean> windowFocused;
    private final Clock clock;
    private Instant startedAt = Instant.MAX;

    /** @param windowFocused whether the window is in front */
    RunEndNotification(
            Dialogs dialogs, ObservableValue<Boolean> wanted, ObservableValue<Boolean> windowFocused, Clock clock) {
        this.dialogs = dialogs;
        this.wanted = wanted;
        this.windowFocused = windowFocused;
        this.clock = clock;
    }

    /** A run has started. */
    void started() {
        startedAt = clock.instant();
    }

    /**
     * The run has ended.
     *
     * @return whether a notification is shown
     */
    boolean ended(String title, Runnable open) {
        boolean isLong = !clock.instant().isBefore(startedAt.plus(LONG));
        if (!wanted.getValue() || windowFocused.getValue() || !isLong) {
            return false;
        }
        dialogs.notifyOutside(
                texts.get("run.ended.notification"), texts.get("run.ended.notification.text", title), open);
        return true;
    }
}
