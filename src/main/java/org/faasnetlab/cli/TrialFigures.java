package org.faasnetlab.cli;

import java.time.Duration;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a trial that the end table shows; null where too few functions delivered for one.
 *
 * @param delivered functions that delivered
 * @param p5 5th percentile of the functions' mean bandwidths
 * @param aggregate bandwidth of all functions together over their common window
 * @param startSpread 99th minus 1st percentile of the actual starts
 */
public record TrialFigures(
        int delivered,
        @Nullable Bandwidth median,
        @Nullable Bandwidth p5,
        @Nullable Bandwidth p95,
        @Nullable Bandwidth aggregate,
        @Nullable Duration startSpread) {}
