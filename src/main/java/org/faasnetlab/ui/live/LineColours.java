package org.faasnetlab.ui.live;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.scene.paint.Color;
import org.faasnetlab.ui.chart.ChartLook;

/** Which colour a function's line has, in the chart and in the table, which so is the chart's legend. */
final class LineColours {
    /** The band has the first colour. */
    private static final int FIRST_PICKED = 1;

    private final LiveViewModel model;
    private final ObservableValue<ChartLook> look;
    private final Map<Integer, Integer> picked = new HashMap<>();

    LineColours(LiveViewModel model, ObservableValue<ChartLook> look) {
        this.model = model;
        this.look = look;
        model.picked().addListener((SetChangeListener<Integer>) change -> {
            if (change.wasAdded()) {
                picked.put(change.getElementAdded(), firstFree());
            } else {
                picked.remove(change.getElementRemoved());
            }
        });
    }

    /** Index of the colour in {@link ChartLook#series(int)} of a function that is drawn as a line. */
    int index(int worker) {
        return model.snapshot().get().drawsBand() ? picked.getOrDefault(worker, FIRST_PICKED) : worker;
    }

    /** The colour of a function's line; transparent if it has none. */
    Color of(int worker) {
        if (model.snapshot().get().drawsBand() && !picked.containsKey(worker)) {
            return Color.TRANSPARENT;
        }
        java.awt.Color colour = look.getValue().series(index(worker));
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private int firstFree() {
        return IntStream.iterate(FIRST_PICKED, index -> index + 1)
                .filter(index -> !picked.containsValue(index))
                .findFirst()
                .orElse(FIRST_PICKED);
    }
}
