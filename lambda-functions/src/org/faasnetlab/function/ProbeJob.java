package org.faasnetlab.function;

import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.protocol.FunctionRecord;

/**
 * Shows that the function can be reached. Its answer is {@code ready} and, at once and without waiting for T0,
 * {@code finished} with no bytes and no duration: nothing was moved, so there is no bandwidth in it.
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
