package org.faasnetlab.run.trial;

import java.time.Instant;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FunctionRecord;

/** What other threads tell the thread of a run. */
public sealed interface RunMessage {

    /** A function said something, and when it reached us. */
    record Said(FunctionCall call, FunctionRecord functionRecord, Instant at) implements RunMessage {}

    /** An attempt to invoke a function has ended. */
    record Ended(FunctionCall call, InvocationEnd end) implements RunMessage {}

    /** The user stops the run: nothing but a wake-up, the {@link CancelSignal} is what counts. */
    record Wake() implements RunMessage {}
}
