package org.faasnetlab.export;

import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jspecify.annotations.Nullable;

/**
 * The chart of a run that is exported.
 *
 * @param metric id of the metric that it shows; null for bandwidth
 * @param published whether published results are drawn over it where the axes match
 * @param withInvalid whether invalid trials count in charts of a whole run
 */
public record ChartSelection(
        ChartKind kind, @Nullable String metric, boolean published, ChartTheme theme, boolean withInvalid) {
    /** What is exported where no chart was chosen. */
    public static final ChartSelection TIMELINE = new ChartSelection(ChartKind.TIMELINE, null, false, ChartTheme.LIGHT);

    /** Without invalid trials. */
    public ChartSelection(ChartKind kind, @Nullable String metric, boolean published, ChartTheme theme) {
        this(kind, metric, published, theme, false);
    }
}
