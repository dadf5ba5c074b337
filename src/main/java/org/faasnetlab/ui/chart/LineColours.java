package org.faasnetlab.ui.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.paint.Color;
import org.faasnetlab.chart.theme.ChartTheme;

/**
 * The line colour of each function, in the chart and in the table that serves as its legend. Where all functions are
 * drawn, the colour depends on the function's number; where a band is drawn, only picked functions have a colour.
 */
public final class LineColours {
    /** Maximum number of picked functions: the number of colours that are easy to tell apart beside the band's. */
    public static final int MAX_PICKED = 5;

    /** The band has the first colour. */
    private static final int FIRST_PICKED = 1;

    private final BooleanSupplier band;
    private final ObservableValue<ChartTheme> chartTheme;
    private final Map<Integer, Integer> colours = new HashMap<>();

    /**
     * @param picked the functions that are picked
     * @param band whether a band is drawn now
     */
    public LineColours(ObservableSet<Integer> picked, BooleanSupplier band, ObservableValue<ChartTheme> chartTheme) {
        this.band = band;
        this.chartTheme = chartTheme;
        picked.addListener((SetChangeListener<Integer>) change -> {
            if (change.wasAdded()) {
                colours.put(change.getElementAdded(), firstFree());
            } else {
                colours.remove(change.getElementRemoved());
            }
        });
    }

    /** Picks or unpicks a function; does nothing if {@link #MAX_PICKED} functions are already picked. */
    public static void toggle(ObservableSet<Integer> picked, int functionIndex) {
        if (!picked.remove(functionIndex) && picked.size() < MAX_PICKED) {
            picked.add(functionIndex);
        }
    }

    /** Index of the colour in {@link ChartTheme#line(int)} of a function that is drawn as a line. */
    public int index(int functionIndex) {
        return band.getAsBoolean() ? colours.getOrDefault(functionIndex, FIRST_PICKED) : functionIndex;
    }

    /** The colour of a function's line; transparent if it has none. */
    public Color of(int functionIndex) {
        if (band.getAsBoolean() && !colours.containsKey(functionIndex)) {
            return Color.TRANSPARENT;
        }
        java.awt.Color colour = chartTheme.getValue().line(index(functionIndex));
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private int firstFree() {
        return IntStream.iterate(FIRST_PICKED, index -> index + 1)
                .filter(index -> !colours.containsValue(index))
                .findFirst()
                .orElse(FIRST_PICKED);
    }
}
