package org.faasnetlab.ui.live;

import java.util.List;
import java.util.Map;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.run.progress.FunctionState;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a trial. Unknown numbers are null.
 *
 * @param rates one for each direction in which functions transfer
 * @param peak highest aggregate of the chart; null for a trial in both directions
 * @param startSpreadMicros p99 minus p1 of the starts so far
 * @param commonWindowMicros from the last start to the first finish, or to now if none has finished; null while
 *     functions have not started and if the window is empty
 */
record LiveStatistics(
        List<DirectionRates> rates,
        @Nullable Bandwidth peak,
        Map<FunctionState, Integer> counts,
        @Nullable Long startSpreadMicros,
        @Nullable Long commonWindowMicros) {
    static final LiveStatistics NONE = new LiveStatistics(List.of(), null, Map.of(), null, null);

    LiveStatistics {
        rates = List.copyOf(rates);
        counts = Map.copyOf(counts);
    }

    /** Whether the functions started too far apart to be regarded as concurrent. */
    boolean startsApart() {
        return startSpreadMicros != null && startSpreadMicros > Validity.MAX_START_SPREAD.toNanos() / 1000;
    }

    int count(FunctionState state) {
        return counts.getOrDefault(state, 0);
    }
}
