package org.faasnetlab.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.Test;

class LogViewModelTest {
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final LogBuffer buffer = new LogBuffer(3);
    private final LogViewModel model =
            new LogViewModel(buffer, new BackgroundTasks(Runnable::run, window::add), ZoneOffset.UTC);

    @Test
    void onlyLatestEventsAreHeld() {
        for (int i = 0; i < 5; i++) {
            buffer.add(entry(LogLevel.INFO, "event " + i));
        }

        assertThat(buffer.entries()).extracting(LogEntry::message).containsExactly("event 2", "event 3", "event 4");
    }

    @Test
    void eventsBelowTheChosenLevelAreHidden() {
        buffer.add(entry(LogLevel.DEBUG, "detail"));
        buffer.add(entry(LogLevel.ERROR, "error"));
        model.watch(true);
        assertThat(messages()).containsExactly("error");

        model.least().set(LogLevel.DEBUG);

        assertThat(messages()).containsExactly("detail", "error");
    }

    @Test
    void searchIgnoresCase() {
        buffer.add(entry(LogLevel.INFO, "Started iperf3"));
        buffer.add(entry(LogLevel.INFO, "Started S3"));
        model.watch(true);

        model.search().set("IPERF");

        assertThat(messages()).containsExactly("Started iperf3");
    }

    @Test
    void burstOfEventsCausesOneRefresh() {
        model.watch(true);

        buffer.add(entry(LogLevel.INFO, "one"));
        buffer.add(entry(LogLevel.INFO, "two"));

        assertThat(window).hasSize(1);
        window.forEach(Runnable::run);
        assertThat(messages()).containsExactly("one", "two");
    }

    @Test
    void nothingIsRefreshedWhileHidden() {
        model.watch(true);
        model.watch(false);

        buffer.add(entry(LogLevel.INFO, "one"));

        assertThat(window).isEmpty();
    }

    @Test
    void eventTextContainsStackTrace() {
        LogEntry error =
                new LogEntry(Instant.parse("2026-11-23T10:42:10.250Z"), LogLevel.ERROR, "Store", "failed", "at x");

        assertThat(model.text(List.of(error)))
                .isEqualTo("10:42:10.250 ERROR Store failed" + System.lineSeparator() + "at x");
    }

    private List<String> messages() {
        return model.shown().stream().map(LogEntry::message).toList();
    }

    private static LogEntry entry(LogLevel level, String message) {
        return new LogEntry(Instant.parse("2026-11-23T10:42:00Z"), level, "Source", message, "");
    }
}
