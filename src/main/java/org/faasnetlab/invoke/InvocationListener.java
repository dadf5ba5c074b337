package org.faasnetlab.invoke;

import org.faasnetlab.protocol.FunctionRecord;

/**
 * Hears of one invocation. Calls come one after the other, on a thread of the network: an implementation must return
 * at once and not block. After {@link #onEnd} nothing comes.
 */
public interface InvocationListener {
    void onRecord(FunctionRecord functionRecord);

    void onEnd(InvocationEnd end);
}
