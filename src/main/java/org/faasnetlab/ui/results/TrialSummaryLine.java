package org.faasnetlab.ui.results;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one trial. A number is null where nothing was delivered.
 *
 * @param delivered functions that delivered a result: the sample
 * @param aggregate mean over the common window
 * @param startSpreadMicros p99 minus p1 of the starts
 */
public record TrialSummaryLine(
        TrialRow trial,
        int delivered,
        @Nullable Bandwidth aggregate,
        @Nullable Bandwidth median,
        @Nullable Bandwidth p5,
        @Nullable Bandwidth p95,
        @Nullable Long startSpreadMicros) {}
