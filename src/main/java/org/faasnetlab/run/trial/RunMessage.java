package org.faasnetlab.run.trial;

import java.time.Instant;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FunctionRecord;

/** A message from another thread to the thread of a run. */
public sealed interface RunMessage {

    /** Calls the handler's method for this type of message. */
    void accept(Handler handler);

    /** Handles every type of message: a new type does not compile until each handler implements it. */
    interface Handler {
        void on(RecordReceived message);

        void on(InvocationEnded message);

        void on(WakeUp message);
    }

    /** A function sent a record, with the time at which it was received. */
    record RecordReceived(FunctionCall call, FunctionRecord functionRecord, Instant at) implements RunMessage {
        @Override
        public void accept(Handler handler) {
            handler.on(this);
        }
    }

    /** An attempt to invoke a function has finished. */
    record InvocationEnded(FunctionCall call, InvocationEnd end) implements RunMessage {
        @Override
        public void accept(Handler handler) {
            handler.on(this);
        }
    }

    /** The user cancels the run: this only wakes the thread, which then checks the {@link CancelSignal}. */
    record WakeUp() implements RunMessage {
        @Override
        public void accept(Handler handler) {
            handler.on(this);
        }
    }
}
