package org.faasnetlab.function.task;

import org.faasnetlab.protocol.FunctionRecord;

/** Accepts records from any thread. If they cannot be sent, the invocation is stopped; callers need not handle this. */
@FunctionalInterface
public interface RecordSink {
    void emit(FunctionRecord functionRecord);
}
