package org.faasnetlab.store;

import org.faasnetlab.measure.Interval;

/**
 * An interval with the function that measured it.
 *
 * @param trial index of the trial in the run
 * @param functionIndex index of the function in the trial
 */
public record StoredInterval(int trial, int functionIndex, Interval interval) {}
