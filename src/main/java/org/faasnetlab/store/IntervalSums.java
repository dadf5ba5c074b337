package org.faasnetlab.store;

import java.util.List;
import org.faasnetlab.workload.Metric;

/**
 * Sums over the intervals of a trial that the database makes, so that a trial of millions of intervals is drawn without
 * reading them. An interval that lies in several stretches counts in each for the part of its time that lies inside, to
 * the byte, so that the sums are the same in whatever order they are made.
 */
public interface IntervalSums {

    /**
     * What the intervals of a function hold.
     *
     * @param bytes of all intervals
     * @param before bytes before a window
     * @param inside bytes inside it
     */
    record FunctionBytes(int functionIndex, long bytes, long before, long inside) {}

    /**
     * A bin of time that begins at a multiple of its width after T0.
     *
     * @param bytes moved in it
     * @param coveredMicros how much of it the intervals cover, summed over functions
     */
    record Bin(long number, long bytes, long coveredMicros) {}

    /**
     * The value of a metric in a bin of time.
     *
     * @param value aggregated over the time of each function, then over functions, as the metric states it
     */
    record MetricBin(long number, double value) {}

    /** One function's part of a {@link Bin}. */
    record FunctionBin(int functionIndex, long number, long bytes, long coveredMicros) {}

    /** From the start of a function's first interval to the end of its last, in microseconds after T0. */
    record Extent(int functionIndex, long startMicros, long endMicros) {}

    /** How many intervals a trial has. */
    long count(String runId, int trial) throws StoreException;

    /** The end of the last interval in microseconds after T0; 0 if there is none. */
    long endMicros(String runId, int trial) throws StoreException;

    /** One for each function that has intervals, in their order. */
    List<Extent> extents(String runId, int trial) throws StoreException;

    /** One for each function that has intervals, in their order, with a window in microseconds after T0. */
    List<FunctionBytes> byFunction(String runId, int trial, long startMicros, long endMicros) throws StoreException;

    /** All functions together, in order of time; a bin in which none measured is left out. */
    List<Bin> bins(String runId, int trial, long binMicros) throws StoreException;

    /**
     * A metric of intervals over time, in order of time. An interval counts in the bin in which its middle lies; a bin
     * without a value is left out.
     */
    List<MetricBin> metricBins(String runId, int trial, Metric metric, long binMicros) throws StoreException;

    /** Every function by itself, in order of function and time. */
    List<FunctionBin> functionBins(String runId, int trial, long binMicros) throws StoreException;
}
