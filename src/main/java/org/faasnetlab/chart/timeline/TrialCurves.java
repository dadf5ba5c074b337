package org.faasnetlab.chart.timeline;

import java.util.List;
import java.util.Set;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;

/**
 * What the charts of a trial draw.
 *
 * @param aggregate sum over all functions
 * @param band over the functions
 * @param lines functions that are drawn as lines of their own
 */
public record TrialCurves(Curve aggregate, BandCurves band, List<FunctionCurve> lines) {
    /**
     * The line of one function.
     *
     * @param functionIndex number of the function in its trial, from 0
     */
    public record FunctionCurve(int functionIndex, Curve curve) {}

    public static final TrialCurves EMPTY = new TrialCurves(Curve.EMPTY, BandCurves.NONE, List.of());

    public TrialCurves {
        lines = List.copyOf(lines);
    }

    /** The same with the lines of these functions only. */
    TrialCurves onlyFunctions(Set<Integer> functionIndexes) {
        List<FunctionCurve> selected = lines.stream()
                .filter(line -> functionIndexes.contains(line.functionIndex()))
                .toList();
        return new TrialCurves(aggregate, band, selected);
    }

    /** The same without the lines of these functions. */
    TrialCurves withoutFunctions(Set<Integer> functionIndexes) {
        List<FunctionCurve> rest = lines.stream()
                .filter(line -> !functionIndexes.contains(line.functionIndex()))
                .toList();
        return new TrialCurves(aggregate, band, rest);
    }

    /** Whether the only line is as high as the aggregate, so that no other function added to it. */
    boolean sumsOneFunction() {
        return lines.size() == 1 && aggregate.highest() <= lines.get(0).curve().highest() * 1.001;
    }

    public boolean hasPoints() {
        return lastX() > 0;
    }

    /** Time of the last point in seconds after T0; 0 if there is none. */
    public double lastX() {
        return lines.stream().mapToDouble(line -> line.curve().lastX()).reduce(aggregate.lastX(), Math::max);
    }
}
