package org.faasnetlab.function.task;

import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** One task, made ready to be done. */
public interface Job extends AutoCloseable {

    /** Whether it begins at T0; if not, at once. */
    default boolean startsAtT0() {
        return true;
    }

    /** The version of the iperf3 program that it uses, if it uses one. */
    default @Nullable String iperf3Version() {
        return null;
    }

    /**
     * Called before {@code ready}: does what would otherwise cost the first milliseconds after T0.
     *
     * @throws TaskException if the task cannot be done here
     */
    default void warmUp() throws TaskException, InterruptedException {}

    /** Called when the job is over, also one that was never run: frees what {@link #warmUp} took. */
    @Override
    default void close() {}

    /**
     * Does it. Intervals go to the context's records; the last word is the return value or the exception.
     *
     * @throws TaskException if there is no result
     */
    FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException;
}
