package org.faasnetlab.chart.timeline;

import java.util.List;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * All functions of one direction together, in a trial that measures both directions in parallel.
 *
 * @param direction in a word
 * @param aggregate as measured
 * @param mean over a second; empty where it would be no smoother
 * @param overWindow mean over the common window of all functions of both directions, or null if there is none
 */
public record DirectionCurves(
        Phrase direction,
        Curve aggregate,
        Curve mean,
        @Nullable Bandwidth overWindow) {

    /** What is drawn of it: first the pale line under the other, where there are both. */
    List<Curve> drawn() {
        return List.of(aggregate, mean);
    }
}
