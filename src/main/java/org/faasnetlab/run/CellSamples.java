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
 * What the trials of each cell came to, to tell when a cell is known well enough. A trial is one value, the median
 * bandwidth of its functions: functions of one trial share their moment and are no independent values.
 */
final class CellSamples {
    private final @Nullable Double ciWidthPercent;
    private final Map<Cell, List<Double>> medians = new HashMap<>();

    /** @param ciWidthPercent see {@link Repetition#ciWidthPercent} */
    CellSamples(@Nullable Double ciWidthPercent) {
        this.ciWidthPercent = ciWidthPercent;
    }

    /** @param bandwidths of the functions that finished, in bit/s; a trial without any is no value */
    void add(Cell cell, double[] bandwidths) {
        if (bandwidths.length > 0) {
            medians.computeIfAbsent(cell, one -> new ArrayList<>())
                    .add(SampleStatistics.of(bandwidths).median());
        }
    }

    /** Whether the cell need not be measured again. */
    boolean enough(Cell cell) {
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
