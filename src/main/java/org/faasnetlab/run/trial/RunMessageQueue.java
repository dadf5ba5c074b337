package org.faasnetlab.run.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** The messages to a run, in the order in which its thread handles them. */
public interface RunMessageQueue {

    /** Adds a message; callable from any thread. */
    void put(Message message);

    /** Waits for the next message until an instant; null if none arrived. */
    @Nullable
    Message next(Instant until) throws InterruptedException;

    static RunMessageQueue ofClock(Clock clock) {
        BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
        return new RunMessageQueue() {
            @Override
            public void put(Message message) {
                messages.add(message);
            }

            @Override
            public @Nullable Message next(Instant until) throws InterruptedException {
                Duration wait = Duration.between(clock.instant(), until);
                return messages.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
            }
        };
    }

    /** A message from another thread to the thread of a run. */
    sealed interface Message {

        /** Calls the handler's method for this type of message. */
        void accept(Handler handler);

        /** Handles every type of message: a new type does not compile until each handler implements it. */
        interface Handler {
            void on(RecordReceived message);

            void on(InvocationEnded message);

            void on(WakeUp message);
        }

        /** A function sent a record, with the time at which it was received. */
        record RecordReceived(FunctionCall call, FunctionRecord functionRecord, Instant at) implements Message {
            @Override
            public void accept(Handler handler) {
                handler.on(this);
            }
        }

        /** An attempt to invoke a function has finished. */
        record InvocationEnded(FunctionCall call, InvocationEnd end) implements Message {
            @Override
            public void accept(Handler handler) {
                handler.on(this);
            }
        }

        /** The user cancels the run: this only wakes the thread, which then checks the {@link CancelSignal}. */
        record WakeUp() implements Message {
            @Override
            public void accept(Handler handler) {
                handler.on(this);
            }
        }
    }
}
