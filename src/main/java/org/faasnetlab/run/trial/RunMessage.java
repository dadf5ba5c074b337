package org.faasnetlab.run.trial;

import java.time.Instant;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FunctionRecord;

/** What other threads tell the thread of a run. */
public sealed interface RunMessage {

    /** Hands this to the method of a handler that is meant for its type. */
    void accept(Handler handler);

    /** Handles every message: a new type does not compile until each handler says what to do with it. */
    interface Handler {
        void on(RecordReceived message);

        void on(InvocationEnded message);

        void on(WakeUp message);
    }

    /** A function sent a record, and when that reached us. */
    record RecordReceived(FunctionCall call, FunctionRecord functionRecord, Instant at) implements RunMessage {
        @Override
        public void accept(Handler handler) {
            handler.on(this);
        }
    }

    /** An attempt to invoke a function has ended. */
    record InvocationEnded(FunctionCall call, InvocationEnd end) implements RunMessage {
        @Override
        public void accept(Handler handler) {
            handler.on(this);
        }
    }

    /** The user stops the run: nothing but a wake-up, the {@link CancelSignal} is what counts. */
    record WakeUp() implements RunMessage {
        @Override
        public void accept(Handler handler) {
            handler.on(this);
        }
    }
}
