package org.faasnetlab.function.task;

import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** One task, made ready to be done. */
public interface Job {

    /** Whether it begins at T0; if not, at once. */
    default boolean startsAtT0() {
        return true;
    }

    /** The version of the iperf3 program that it uses, if it uses one. */
    default @Nullable String iperf3Version() {
        return null;
    }

    /** Called after {@code ready} and before T0: loads what would otherwise be loaded in the first milliseconds. */
    default void warmUp() {}

    /**
     * Does it. Intervals go to the context's records; the last word is the return value or the exception.
     *
     * @throws TaskFailure if there is no result
     */
    FunctionRecord.Finished run(TaskContext context) throws TaskFailure, InterruptedException;
}
