package org.faasnetlab.analysis.summary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;

/**
 * The aggregate bandwidth of a trial in a few points, for a small picture beside a run's name.
 *
 * @param length from T0 to the end of the last interval
 * @param bitsPerSecond means over equal parts of the length, in order of time; NaN where nothing was measured
 */
public record RateSketch(Duration length, List<Double> bitsPerSecond) {
    /** As many points as a picture of this size can show. */
    public static final int POINTS = 48;

    /**
     * Trials with more intervals have no sketch. The database sums a million in about 0.1 s, and a list asks for a
     * screenful of runs.
     */
    public static final long MAX_INTERVALS = 1_000_000;

    public RateSketch {
        bitsPerSecond = List.copyOf(bitsPerSecond);
    }

    /** Reads a trial; empty if it has no intervals, or too many. */
    public static Optional<RateSketch> read(IntervalSums sums, String runId, int trial) throws StoreException {
        long count = sums.count(runId, trial);
        long end = count == 0 || count > MAX_INTERVALS ? 0 : sums.endMicros(runId, trial);
        if (end <= 0) {
            return Optional.empty();
        }
        long width = (end + POINTS - 1) / POINTS;
        int points = (int) ((end + width - 1) / width);
        List<Double> rates = new ArrayList<>(Collections.nCopies(points, Double.NaN));
        for (IntervalSums.Bin bin : sums.bins(runId, trial, width)) {
            // Clocks that disagree can place the first interval before T0.
            if (bin.number() >= 0 && bin.number() < points) {
                rates.set((int) bin.number(), bin.bytes() * 8 / (width / 1e6));
            }
        }
        return Optional.of(new RateSketch(Duration.ofNanos(end * 1000), rates));
    }

    /** The highest rate; 0 if none was measured. */
    public double peak() {
        return bitsPerSecond.stream()
                .filter(rate -> !rate.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
