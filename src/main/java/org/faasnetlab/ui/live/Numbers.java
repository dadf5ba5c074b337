package org.faasnetlab.ui.live;

import java.util.Map;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a trial. A number is null as long as nothing tells it.
 *
 * @param aggregate sum of what the functions that send now have had in their last second; when the trial is over, the
 *     mean over the common window
 * @param peak highest aggregate of the chart
 * @param median median over the functions' rates, as the table shows them
 * @param p5 5 % quantile of the same
 * @param p95 95 % quantile of the same
 * @param startSpreadMicros p99 minus p1 of the starts so far
 * @param commonWindowMicros from the last start to the first finish, or to now if none has finished; null while
 *     functions are still to start and if the window is empty
 */
record Numbers(
        @Nullable Bandwidth aggregate,
        @Nullable Bandwidth peak,
        @Nullable Bandwidth median,
        @Nullable Bandwidth p5,
        @Nullable Bandwidth p95,
        Map<FunctionState, Integer> counts,
        @Nullable Long startSpreadMicros,
        @Nullable Long commonWindowMicros) {
    static final Numbers NONE = new Numbers(null, null, null, null, null, Map.of(), null, null);

    Numbers {
        counts = Map.copyOf(counts);
    }

    int count(FunctionState state) {
        return counts.getOrDefault(state, 0);
    }
}
