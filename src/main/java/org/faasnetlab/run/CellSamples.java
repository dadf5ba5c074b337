package org.faasnetlab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Results of the trials of each cell, to decide when a cell is known precisely enough. Each trial contributes one
 * value, the median bandwidth of its functions: functions of one trial run at the same time and are not independent
 * samples.
 */
final class CellSamples {
    private final @Nullable Double ciWidthPercent;
    private final Map<Cell, List<Double>> medians = new HashMap<>();

    /** @param ciWidthPercent see {@link Repetition#ciWidthPercent} */
    CellSamples(@Nullable Double ciWidthPercent) {
        this.ciWidthPercent = ciWidthPercent;
    }

    /** @param bandwidths of the functions that finished, in bit/s; a trial without any contributes no value */
    void add(Cell cell, double[] bandwidths) {
        if (bandwidths.length > 0) {
            medians.computeIfAbsent(cell, cellOfTrial -> new ArrayList<>())
                    .add(SampleStatistics.of(bandwidths).median());
        }
    }

    /** Whether the cell need not be measured again. */
    boolean isPreciseEnough(Cell cell) {
        List<Double> values = medians.get(cell);
        if (ciWidthPercent == null || values == null) {
            return false;
        }
        SampleStatistics sample = SampleStatistics.of(
                values.stream().mapToDouble(Double::doubleValue).toArray());
        SampleStatistics.Range interval = sample.medianInterval();
        return interval != null && (interval.high() - interval.low()) * 100 <= ciWidthPercent * sample.median();
    }
}
