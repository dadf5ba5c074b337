package org.faasnetlab.invoke;

import org.faasnetlab.protocol.FunctionRecord;

/**
 * Receives the records and the end of one invocation. Calls are sequential, on a network thread: an implementation must
 * return quickly and not block. {@link #onEnd} is the last call.
 */
public interface InvocationListener {
    void onRecord(FunctionRecord functionRecord);

    void onEnd(InvocationEnd end);
}
