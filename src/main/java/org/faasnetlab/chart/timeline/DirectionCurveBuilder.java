package org.faasnetlab.chart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** The functions of each direction together over time, in a trial in both directions. */
final class DirectionCurveBuilder {
    private DirectionCurveBuilder() {}

    /** Some functions together, as measured and as means over a second. */
    record Aggregates(Curve measured, Curve mean) {}

    /** Adds up the functions that a predicate names. */
    interface Adding<E extends Exception> {
        Aggregates of(IntPredicate functionIndexes) throws E;
    }

    /** Two in a trial in both directions, else none. */
    static <E extends Exception> List<DirectionCurves> of(
            TrialRow trial, @Nullable CommonWindow window, Adding<E> adding) throws E {
        List<DirectionCurves> directions = new ArrayList<>();
        if (trial.direction() != Direction.BOTH) {
            return directions;
        }
        for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
            IntPredicate own = functionIndex -> trial.directionOf(functionIndex) == direction;
            Aggregates aggregates = adding.of(own);
            directions.add(new DirectionCurves(
                    direction.word(),
                    aggregates.measured(),
                    aggregates.mean(),
                    window == null
                            ? null
                            : window.ofFunctions(own)
                                    .map(CommonWindow::aggregate)
                                    .orElse(null)));
        }
        return directions;
    }
}
