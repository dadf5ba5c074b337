package org.faasnetlab.ui.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.LineStyles;

/**
 * The line of each function, in the chart and in the table that serves as its legend: colour and width, and whether it
 * is highlighted or hidden. Where all functions are drawn, its style depends on the function's number; where a band is
 * drawn, only picked functions have a line.
 */
public final class LineColours implements LineStyles {
    /** Maximum number of picked functions: the number of colours that are easy to tell apart beside the band's. */
    public static final int MAX_PICKED = 5;

    /** The band has the first colour. */
    private static final int FIRST_PICKED = 1;

    private static final double SAMPLE = 18;

    private final BooleanSupplier band;
    private final ObservableValue<ChartTheme> chartTheme;
    private final Map<Integer, Integer> colours = new HashMap<>();
    private final LineSelection selection = new LineSelection();

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

    /** Functions whose lines stand out; the others are pale unless there are none. */
    public ObservableSet<Integer> highlighted() {
        return selection.highlighted();
    }

    /** Functions whose lines are not drawn. */
    public ObservableSet<Integer> hidden() {
        return selection.hidden();
    }

    /** Highlights a line, or stops that; one that was hidden is shown again. */
    public void toggleHighlight(int functionIndex) {
        selection.toggleHighlight(functionIndex);
    }

    /** Hides a line, or shows it again. */
    public void toggleHidden(int functionIndex) {
        selection.toggleHidden(functionIndex);
    }

    /** Draws all lines alike again, for another trial. */
    public void reset() {
        selection.reset();
    }

    @Override
    public int number(int functionIndex) {
        return band.getAsBoolean() ? colours.getOrDefault(functionIndex, FIRST_PICKED) : functionIndex;
    }

    @Override
    public boolean isHighlighted(int functionIndex) {
        return highlighted().contains(functionIndex);
    }

    @Override
    public boolean isPale(int functionIndex) {
        return !highlighted().isEmpty() && !highlighted().contains(functionIndex);
    }

    /** The colour of a function's line; transparent if it has none. */
    public Color of(int functionIndex) {
        if ((band.getAsBoolean() && !colours.containsKey(functionIndex)) || hidden().contains(functionIndex)) {
            return Color.TRANSPARENT;
        }
        java.awt.Color colour = chartTheme.getValue().line(number(functionIndex));
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /** A piece of a function's line, for a table; empty if it has none. */
    public Line sample(int functionIndex) {
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.getStyleClass().add("line-sample");
        styleSample(sample, functionIndex);
        return sample;
    }

    /** Gives a piece of a line the style of a function's line. */
    public void styleSample(Line sample, int functionIndex) {
        sample.setStroke(of(functionIndex));
        sample.setStrokeWidth(chartTheme
                .getValue()
                .stroke(number(functionIndex), highlighted().contains(functionIndex) ? 4 : 2)
                .getLineWidth());
    }

    private int firstFree() {
        return IntStream.iterate(FIRST_PICKED, index -> index + 1)
                .filter(index -> !colours.containsValue(index))
                .findFirst()
                .orElse(FIRST_PICKED);
    }
}
