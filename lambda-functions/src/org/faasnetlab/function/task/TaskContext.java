package org.faasnetlab.function.task;

/**
 * What a task works with.
 *
 * @param records where it says what happens
 * @param stop ends it early
 * @param clock time after T0
 */
public record TaskContext(RecordSink records, StopSignal stop, TrialClock clock) {}
