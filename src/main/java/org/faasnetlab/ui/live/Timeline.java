package org.faasnetlab.ui.live;

import java.util.List;
import org.faasnetlab.ui.chart.Curve;

/**
 * What the charts of a trial draw.
 *
 * @param aggregate sum over all functions, up to the last moment that all of them have reported
 * @param low 5 % quantile over the functions
 * @param median median over the functions
 * @param high 95 % quantile over the functions
 * @param lines functions drawn as lines of their own
 */
record Timeline(Curve aggregate, Curve low, Curve median, Curve high, List<Line> lines) {
    static final Timeline EMPTY = new Timeline(Curve.EMPTY, Curve.EMPTY, Curve.EMPTY, Curve.EMPTY, List.of());

    /**
     * @param worker number of the function in its trial, from 0
     */
    record Line(int worker, Curve curve) {}

    Timeline {
        lines = List.copyOf(lines);
    }

    boolean hasPoints() {
        return aggregate.size() > 0
                || lines.stream().anyMatch(line -> line.curve().size() > 0);
    }
}
