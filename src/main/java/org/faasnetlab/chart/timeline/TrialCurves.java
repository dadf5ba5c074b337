package org.faasnetlab.chart.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.format.Phrase;

/**
 * What the charts of a trial draw: means over bins of time, in Live and in Results alike, so that a peak has the same height in
 * both. Shorter and irregular intervals as they were measured are in the store and in exports.
 *
 * @param aggregate sum over all functions
 * @param band over the functions
 * @param lines functions that are drawn as lines of their own
 * @param binMicros width of the bins of band and lines
 * @param aggregateBinMicros width of the bins of the aggregate
 */
public record TrialCurves(
        Curve aggregate, BandCurves band, List<FunctionCurve> lines, long binMicros, long aggregateBinMicros) {
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

    /** In the shortest bins. */
    public TrialCurves(Curve aggregate, BandCurves band, List<FunctionCurve> lines) {
        this(aggregate, band, lines, TrialBins.BIN_MICROS, TrialBins.BIN_MICROS);
    }

    /** Over which time values are means, for a legend: {@code means of 100 ms}. */
    Phrase resolution() {
        return binMicros == aggregateBinMicros
                ? Phrase.of("means of {0}", length(binMicros))
                : Phrase.of("means of {0}, all functions of {1}", length(binMicros), length(aggregateBinMicros));
    }

    private static String length(long micros) {
        return micros < 1_000_000
                ? micros / 1000 + " ms"
                : String.format(Locale.ROOT, "%.1f s", micros / 1e6).replace(".0 s", " s");
    }

    /** The same with the lines of these functions only. */
    TrialCurves onlyFunctions(Set<Integer> functionIndexes) {
        List<FunctionCurve> selected = lines.stream()
                .filter(line -> functionIndexes.contains(line.functionIndex()))
                .toList();
        return new TrialCurves(aggregate, band, selected, binMicros, aggregateBinMicros);
    }

    /** The same without the lines of these functions. */
    TrialCurves withoutFunctions(Set<Integer> functionIndexes) {
        List<FunctionCurve> rest = lines.stream()
                .filter(line -> !functionIndexes.contains(line.functionIndex()))
                .toList();
        return new TrialCurves(aggregate, band, rest, binMicros, aggregateBinMicros);
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
