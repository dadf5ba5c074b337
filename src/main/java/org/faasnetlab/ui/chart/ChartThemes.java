package org.faasnetlab.ui.chart;

import javafx.beans.value.ObservableValue;
import org.faasnetlab.chart.theme.ChartTheme;

/** Lets charts, which know nothing of stylesheets, follow the window's theme. */
public final class ChartThemes {
    private ChartThemes() {}

    /** The charts' theme that goes with the window's. */
    public static ObservableValue<ChartTheme> of(ObservableValue<Boolean> dark) {
        return dark.map(on -> on ? ChartTheme.DARK : ChartTheme.LIGHT);
    }
}
