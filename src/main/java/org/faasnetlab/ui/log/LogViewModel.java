package org.faasnetlab.ui.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.ui.common.BackgroundTasks;

/** The filtered log. Observes the buffer only while the screen is visible. */
public final class LogViewModel {
    private final LogBuffer buffer;
    private final BackgroundTasks tasks;
    private final DateTimeFormatter clockTime;
    private final ObjectProperty<LogLevel> least = new SimpleObjectProperty<>(LogLevel.INFO);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<LogEntry> shown = FXCollections.observableArrayList();
    private final AtomicBoolean refreshPending = new AtomicBoolean();
    private volatile boolean watched;

    /** @param zone time zone of the displayed times */
    public LogViewModel(LogBuffer buffer, BackgroundTasks tasks, ZoneId zone) {
        this.buffer = buffer;
        this.tasks = tasks;
        clockTime = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        least.subscribe(now -> refresh());
        search.subscribe(now -> refresh());
        buffer.onAdded(this::refreshSoon);
    }

    /** The least severe level that is shown. */
    public ObjectProperty<LogLevel> least() {
        return least;
    }

    /** Only events that contain this text are shown, ignoring case. */
    public StringProperty search() {
        return search;
    }

    /** Oldest first. */
    public ObservableList<LogEntry> shown() {
        return shown;
    }

    public void watch(boolean on) {
        watched = on;
        if (on) {
            refresh();
        }
    }

    public String time(LogEntry entry) {
        return clockTime.format(entry.at());
    }

    /** Oldest first. */
    public String text(List<LogEntry> entries) {
        return entries.stream().map(this::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(LogEntry entry) {
        String line = String.join(" ", time(entry), entry.level().name(), entry.source(), entry.message());
        return entry.details().isEmpty() ? line : line + System.lineSeparator() + entry.details();
    }

    /** Many events may arrive in a burst: one refresh shows them all. */
    private void refreshSoon() {
        if (watched && refreshPending.compareAndSet(false, true)) {
            tasks.onWindow(() -> {
                refreshPending.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        String wanted = search.get().toLowerCase(Locale.ROOT);
        List<LogEntry> now = buffer.entries().stream()
                .filter(entry -> entry.level().compareTo(least.get()) >= 0)
                .filter(entry -> holds(entry, wanted))
                .toList();
        int kept = shown.size();
        if (kept <= now.size() && now.subList(0, kept).equals(shown)) {
            shown.addAll(now.subList(kept, now.size())); // keeps the selection
        } else {
            shown.setAll(now);
        }
    }

    private static boolean holds(LogEntry entry, String wanted) {
        return (entry.source() + " " + entry.message()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
