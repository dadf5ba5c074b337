package org.faasnetlab.run.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The messages to a run, in the order in which its thread handles them. */
public interface RunMessageQueue {

    /** Adds a message; callable from any thread. */
    void put(RunMessage message);

    /** Waits for the next message until an instant; null if none arrived. */
    @Nullable
    RunMessage next(Instant until) throws InterruptedException;

    static RunMessageQueue ofClock(Clock clock) {
        BlockingQueue<RunMessage> messages = new LinkedBlockingQueue<>();
        return new RunMessageQueue() {
            @Override
            public void put(RunMessage message) {
                messages.add(message);
            }

            @Override
            public @Nullable RunMessage next(Instant until) throws InterruptedException {
                Duration wait = Duration.between(clock.instant(), until);
                return messages.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
            }
        };
    }
}
