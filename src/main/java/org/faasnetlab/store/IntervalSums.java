package org.faasnetlab.store;

import java.util.List;
import org.faasnetlab.workload.Metric;

/**
 * Sums over the intervals of a trial, computed by the database, so that a trial with millions of intervals can be drawn
 * without reading them. The bytes of an interval that overlaps several bins are divided among them in proportion to
 * time; rounding preserves the total exactly, independent of the order of summation.
 */
public interface IntervalSums {

    /**
     * Bytes in the intervals of a function.
     *
     * @param bytes of all intervals
     * @param before bytes before the window
     * @param inside bytes inside the window
     */
    record FunctionBytes(int functionIndex, long bytes, long before, long inside) {}

    /**
     * A time bin, which starts at a multiple of its width after T0.
     *
     * @param bytes transferred in the bin
     * @param coveredMicros time in the bin that is covered by intervals, summed over functions
     */
    record Bin(long number, long bytes, long coveredMicros) {}

    /**
     * The value of a metric in a time bin.
     *
     * @param value aggregated over the time of each function, then over functions, as defined by the metric
     */
    record MetricBin(long number, double value) {}

    /** The part of one function in a {@link Bin}. */
    record FunctionBin(int functionIndex, long number, long bytes, long coveredMicros) {}

    /** From the start of a function's first interval to the end of its last, in microseconds after T0. */
    record Extent(int functionIndex, long startMicros, long endMicros) {}

    /** The number of intervals of a trial. */
    long count(String runId, int trial) throws StoreException;

    /** The end of the last interval in microseconds after T0; 0 if there is none. */
    long endMicros(String runId, int trial) throws StoreException;

    /** The extents of all functions that have intervals, in order of function index. */
    List<Extent> extents(String runId, int trial) throws StoreException;

    /**
     * The bytes of all functions that have intervals, in order of function index, for a window in microseconds after
     * T0.
     */
    List<FunctionBytes> byFunction(String runId, int trial, long startMicros, long endMicros) throws StoreException;

    /** The sums over all functions, in order of time; bins without intervals are omitted. */
    List<Bin> bins(String runId, int trial, long binMicros) throws StoreException;

    /**
     * An interval metric over time, in order of time. An interval belongs to the bin that contains its midpoint; bins
     * without a value are omitted.
     */
    List<MetricBin> metricBins(String runId, int trial, Metric metric, long binMicros) throws StoreException;

    /** The bins of each function, in order of function and time. */
    List<FunctionBin> functionBins(String runId, int trial, long binMicros) throws StoreException;
}
