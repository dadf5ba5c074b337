package org.faasnetlab.function.task;

import org.faasnetlab.protocol.FunctionRecord;

/** Takes records, from any thread. If they cannot be sent, the invocation is stopped; the caller need not care. */
@FunctionalInterface
public interface RecordSink {
    void emit(FunctionRecord functionRecord);
}
