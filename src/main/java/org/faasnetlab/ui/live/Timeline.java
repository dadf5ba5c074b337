package org.faasnetlab.ui.live;

import java.util.List;
import org.faasnetlab.ui.chart.BandCurves;
import org.faasnetlab.ui.chart.Curve;

/**
 * What the charts of a trial draw.
 *
 * @param aggregate sum over all functions, up to the last moment that all of them have reported
 * @param band over the functions, up to the same moment
 * @param lines functions drawn as lines of their own
 */
record Timeline(Curve aggregate, BandCurves band, List<Line> lines) {
    static final Timeline EMPTY = new Timeline(Curve.EMPTY, BandCurves.NONE, List.of());

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
