package org.faasnetlab.experiment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that moves only while a run waits: straight to the next thing that is to happen. One thread, no sleeping. */
final class VirtualTime extends Clock implements Inbox {
    static final Instant START = Instant.parse("2026-11-23T10:42:10Z");

    private final PriorityQueue<Happening> future =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::order));
    private final Deque<RunMessage> messages = new ArrayDeque<>();
    private Instant now = START;
    private int order;

    private record Happening(Instant at, int order, Runnable action) {}

    void after(Duration delay, Runnable action) {
        at(now.plus(delay), action);
    }

    void at(Instant instant, Runnable action) {
        future.add(new Happening(instant.isBefore(now) ? now : instant, order++, action));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void put(RunMessage message) {
        messages.add(message);
    }

    @Override
    public @Nullable RunMessage next(Instant until) {
        while (messages.isEmpty()) {
            Happening next = future.peek();
            if (next == null || next.at().isAfter(until)) {
                now = until.isAfter(now) ? until : now;
                return null;
            }
            future.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.action().run();
        }
        return messages.remove();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
