package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.junit.jupiter.api.Test;

class RunEndNotificationTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private final BooleanProperty focused = new SimpleBooleanProperty(false);
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final RunEndNotification notification = new RunEndNotification(dialogs, wanted, focused, clock);
    private int opened;

    @Test
    void theEndOfALongRunIsShownWhileAnotherWindowIsInFront() {
        assertThat(runOf(Duration.ofSeconds(20))).isTrue();
        assertThat(dialogs.notifications()).containsExactly("S3 download. Click to see its results.");

        dialogs.clickLastToast();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aShortRunIsNotWorthANotification() {
        assertThat(runOf(Duration.ofSeconds(19))).isFalse();
        assertThat(dialogs.notifications()).isEmpty();
    }

    @Test
    void whoLooksAtTheWindowOrDoesNotWantItGetsNone() {
        focused.set(true);
        assertThat(runOf(Duration.ofMinutes(5))).isFalse();

        focused.set(false);
        wanted.set(false);
        assertThat(runOf(Duration.ofMinutes(5))).isFalse();
        assertThat(dialogs.notifications()).isEmpty();
    }

    private boolean runOf(Duration length) {
        notification.started();
        clock.move(length);
        return notification.ended("S3 download", () -> opened++);
    }
}
