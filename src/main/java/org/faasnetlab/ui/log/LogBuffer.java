package org.faasnetlab.ui.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The latest log events. Thread-safe. */
public final class LogBuffer {
    private final int capacity;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param capacity number of events that are held; older ones are discarded */
    public LogBuffer(int capacity) {
        this.capacity = capacity;
    }

    public void add(LogEntry entry) {
        synchronized (entries) {
            if (entries.size() == capacity) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
        listeners.forEach(Runnable::run);
    }

    /** Oldest first. */
    public List<LogEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** Sets a listener that is called after each new event, on the thread that logged it. */
    public void onAdded(Runnable listener) {
        listeners.add(listener);
    }
}
