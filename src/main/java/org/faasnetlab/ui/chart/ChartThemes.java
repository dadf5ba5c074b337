package org.faasnetlab.ui.chart;

import javafx.beans.value.ObservableValue;
import org.faasnetlab.chart.theme.ChartTheme;

/** Binds the theme of charts, which do not use stylesheets, to the window's theme. */
public final class ChartThemes {
    private ChartThemes() {}

    /** The chart theme that matches the window's theme. */
    public static ObservableValue<ChartTheme> of(ObservableValue<Boolean> dark) {
        return dark.map(on -> on ? ChartTheme.DARK : ChartTheme.LIGHT);
    }
}
