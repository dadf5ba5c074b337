package org.faasnetlab.function.task;

/**
 * The environment of a running task.
 *
 * @param records receives the records of the task
 * @param stop signals that the task must stop early
 * @param clock time after T0
 */
public record TaskContext(RecordSink records, StopSignal stop, TrialClock clock) {}
