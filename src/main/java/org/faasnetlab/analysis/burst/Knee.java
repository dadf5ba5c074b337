package org.faasnetlab.analysis.burst;

import java.util.function.Predicate;
import org.faasnetlab.analysis.stats.LeastSquares;
import org.faasnetlab.analysis.stats.StraightLine;
import org.jspecify.annotations.Nullable;

/**
 * Two straight lines through the cumulative bytes of a transfer and the time at which they join: the least squares over
 * all ways to split the points in two (D. J. Hudson, "Fitting Segmented Curves Whose Join Points Have to be Estimated",
 * Journal of the American Statistical Association 61, 1966).
 *
 * @param first the first point on the line after the knee
 * @param seconds time at which the two lines join, between the points before and after the split
 */
record Knee(int first, double seconds, StraightLine before, StraightLine after) {

    /**
     * The best allowed split, or null if there is none.
     *
     * @param points minimum number of points on the line after the knee
     * @param span minimum length of the line after the knee, in seconds
     */
    static @Nullable Knee of(CumulativeBytes all, int points, double span, Predicate<Knee> allowed) {
        LeastSquares lines = new LeastSquares(all.seconds(), all.bytes());
        Knee best = null;
        for (int first = 1;
                first + points <= all.points() && all.duration() - all.seconds()[first] >= span - 1e-9;
                first++) {
            StraightLine before = lines.through(0, first);
            StraightLine after = lines.through(first, all.points());
            double join = first == 1 ? all.seconds()[1] : before.meets(after);
            double clamped = Double.isFinite(join)
                    ? Math.max(all.seconds()[first - 1], Math.min(all.seconds()[first], join))
                    : all.seconds()[first];
            Knee knee = new Knee(first, clamped, before, after);
            if (allowed.test(knee) && (best == null || knee.squaredError() < best.squaredError())) {
                best = knee;
            }
        }
        return best;
    }

    double squaredError() {
        return before.squaredError() + after.squaredError();
    }

    /** Whether the transfer became slower at the knee. */
    boolean slows() {
        return first == 1 ? after.intercept() > 0 : before.slope() > after.slope();
    }
}
