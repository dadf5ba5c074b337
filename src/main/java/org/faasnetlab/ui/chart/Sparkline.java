package org.faasnetlab.ui.chart;

import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A line without axes, from 0 at the bottom to the highest value at the top. */
public final class Sparkline extends Path {
    public static final double WIDTH = 72;
    public static final double HEIGHT = 22;

    /** @param values at equal distances; NaN leaves a gap */
    public Sparkline(List<Double> values) {
        getStyleClass().add("sparkline");
        double top = values.stream()
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double step = WIDTH / Math.max(1, values.size() - 1);
        boolean gap = true;
        // Two invisible moves give every line the same bounds, so that lines in a list are at the same height.
        getElements().addAll(new MoveTo(0, 0), new MoveTo(WIDTH, HEIGHT));
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (Double.isNaN(value)) {
                gap = true;
                continue;
            }
            double x = i * step;
            double y = top > 0 ? HEIGHT * (1 - value / top) : HEIGHT;
            getElements().add(gap ? new MoveTo(x, y) : new LineTo(x, y));
            gap = false;
        }
    }
}
