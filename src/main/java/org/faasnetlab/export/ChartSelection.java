package org.faasnetlab.export;

import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.theme.ChartTheme;

/**
 * The chart of a run that is exported.
 *
 * @param published whether published results are drawn over it where the axes match
 */
public record ChartSelection(ChartKind kind, boolean published, ChartTheme theme) {
    /** What is exported where no chart was chosen. */
    public static final ChartSelection TIMELINE = new ChartSelection(ChartKind.TIMELINE, false, ChartTheme.LIGHT);
}
