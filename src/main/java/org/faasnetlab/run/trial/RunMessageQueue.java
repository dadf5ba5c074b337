package org.faasnetlab.run.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happens to a run, in the order in which its thread deals with it. */
public interface RunMessageQueue {

    /** Adds a message; from any thread. */
    void put(RunMessage message);

    /** The next message, waited for until an instant; null if none came. */
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
