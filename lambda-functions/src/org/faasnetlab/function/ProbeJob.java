package org.faasnetlab.function;

import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.protocol.FunctionRecord;

/**
 * Checks that the function can be invoked. It answers {@code ready} and, without waiting for T0, {@code finished} with
 * no bytes and no duration: nothing was transferred, so there is no bandwidth.
 */
final class ProbeJob implements Job {
    @Override
    public boolean startsAtT0() {
        return false;
    }

    @Override
    public FunctionRecord.Finished run(TaskContext context) {
        return new FunctionRecord.Finished(0, 0, context.clock().offsetMicros(), 0, null, null, null, null);
    }
}
