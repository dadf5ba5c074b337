package org.faasnetlab.function.task;

import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** A task that is prepared to run. */
public interface Job extends AutoCloseable {

    /** Whether the job starts at T0; otherwise it starts immediately. */
    default boolean startsAtT0() {
        return true;
    }

    /** The version of iperf3, or null if the job does not use it. */
    default @Nullable String iperf3Version() {
        return null;
    }

    /**
     * Called before {@code ready}: performs preparations that would otherwise delay the start at T0.
     *
     * @throws TaskException if the task cannot run in this environment
     */
    default void warmUp() throws TaskException, InterruptedException {}

    /**
     * Called after {@code ready}, if there is time before T0: runs the code of the measurement once on made-up data, so that less
     * of it is linked and interpreted for the first time after T0, when functions may share few processors. Measures and
     * reports nothing.
     */
    default void rehearse() throws InterruptedException {}

    /**
     * Called when T0 is known, before the function waits for it.
     *
     * @throws TaskException if the task cannot run
     */
    default void beforeStart(TaskContext context) throws TaskException, InterruptedException {}

    /** Called at the end, even if the job never ran: releases the resources of {@link #warmUp}. */
    @Override
    default void close() {}

    /**
     * Runs the job. Intervals go to the records of the context; the outcome is the return value or the exception.
     *
     * @throws TaskException if there is no result
     */
    FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException;
}
