package org.faasnetlab.export;

import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jspecify.annotations.Nullable;

/**
 * The chart of a run that is exported.
 *
 * @param metric id of the metric that it shows; null for bandwidth
 * @param published whether published results are drawn over it where the axes match
 */
public record ChartSelection(ChartKind kind, @Nullable String metric, boolean published, ChartTheme theme) {
    /** What is exported where no chart was chosen. */
    public static final ChartSelection TIMELINE = new ChartSelection(ChartKind.TIMELINE, null, false, ChartTheme.LIGHT);
}
