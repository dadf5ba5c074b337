package org.faasnetlab.testing.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.faasnetlab.run.trial.RunMessageQueue;
import org.faasnetlab.run.trial.RunMessageQueue.Message;
import org.faasnetlab.testing.ManualClock;
import org.jspecify.annotations.Nullable;

/** A clock that advances only while a run waits: directly to the next scheduled event. One thread, no sleeping. */
public final class VirtualClock extends ManualClock implements RunMessageQueue {
    public static final Instant START = Instant.parse("2026-11-23T10:42:10Z");

    private final PriorityQueue<Happening> future =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::order));
    private final Deque<Message> messages = new ArrayDeque<>();
    private int order;

    private record Happening(Instant at, int order, Runnable action) {}

    public VirtualClock() {
        super(START);
    }

    public void after(Duration delay, Runnable action) {
        at(instant().plus(delay), action);
    }

    public void at(Instant instant, Runnable action) {
        future.add(new Happening(later(instant, instant()), order++, action));
    }

    @Override
    public void put(Message message) {
        messages.add(message);
    }

    @Override
    public @Nullable Message next(Instant until) {
        while (messages.isEmpty()) {
            Happening next = future.peek();
            if (next == null || next.at().isAfter(until)) {
                set(later(until, instant()));
                return null;
            }
            future.remove();
            set(later(next.at(), instant()));
            next.action().run();
        }
        return messages.remove();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
