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
 * Which colour a function's line has, in the chart and in the table, which so is the chart's legend. Where all functions
 * are drawn, each has the colour of its number; where a band is drawn, only picked ones have a colour of their own.
 */
public final class LineColours {
    /** As many functions can be picked as there are colours beside the band's that are told apart well. */
    public static final int MOST_PICKED = 5;

    /** The band has the first colour. */
    private static final int FIRST_PICKED = 1;

    private final BooleanSupplier band;
    private final ObservableValue<ChartTheme> look;
    private final Map<Integer, Integer> colours = new HashMap<>();

    /**
     * @param picked the functions that are picked
     * @param band whether a band is drawn now
     */
    public LineColours(ObservableSet<Integer> picked, BooleanSupplier band, ObservableValue<ChartTheme> look) {
        this.band = band;
        this.look = look;
        picked.addListener((SetChangeListener<Integer>) change -> {
            if (change.wasAdded()) {
                colours.put(change.getElementAdded(), firstFree());
            } else {
                colours.remove(change.getElementRemoved());
            }
        });
    }

    /** Picks a function or lets it go; one beyond {@link #MOST_PICKED} is not taken. */
    public static void toggle(ObservableSet<Integer> picked, int functionIndex) {
        if (!picked.remove(functionIndex) && picked.size() < MOST_PICKED) {
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
        java.awt.Color colour = look.getValue().line(index(functionIndex));
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private int firstFree() {
        return IntStream.iterate(FIRST_PICKED, index -> index + 1)
                .filter(index -> !colours.containsValue(index))
                .findFirst()
                .orElse(FIRST_PICKED);
    }
}
