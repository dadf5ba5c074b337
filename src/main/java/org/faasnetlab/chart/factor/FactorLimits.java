package org.faasnetlab.chart.factor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.KnownLimits;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.TrialRow;

/** The known limits of cells as curves over a factor, on which they can depend. */
public final class FactorLimits {

    /**
     * One limit.
     *
     * @param curve x in the factor, y in bit/s, ascending in x
     */
    public record Limit(Phrase name, Curve curve) {

        /** With its value, if it is the same everywhere. */
        Phrase text(BandwidthUnit unit) {
            double first = curve.y(0);
            for (int point = 1; point < curve.size(); point++) {
                if (curve.y(point) != first) {
                    return name;
                }
            }
            return Phrase.of("{0}: {1}", name, unit.text(new Bandwidth(first)));
        }
    }

    private FactorLimits() {}

    /**
     * The limits of functions, and those of all functions together if they are wanted. What differs between the lines of a
     * chart is a limit for each of them.
     */
    public static List<Limit> of(FactorCells cells, RunChartSource source, boolean ofAllFunctions) {
        Map<Phrase, SortedMap<Double, Double>> byName = new LinkedHashMap<>();
        Map<Phrase, Boolean> ambiguous = new LinkedHashMap<>();
        for (FactorCells.Cell cell : cells.all()) {
            for (ReferenceLine limit : limits(cell, source, ofAllFunctions)) {
                double rate = limit.bandwidth().bitsPerSecond();
                Double before = byName.computeIfAbsent(limit.name(), first -> new TreeMap<>())
                        .put(cell.x(), rate);
                ambiguous.merge(limit.name(), before != null && before != rate, Boolean::logicalOr);
            }
        }
        List<Limit> limits = new ArrayList<>();
        byName.forEach((name, points) -> {
            if (Boolean.FALSE.equals(ambiguous.get(name))) {
                limits.add(new Limit(name, curve(points)));
            } else {
                cells.byLine().forEach((line, own) -> {
                    SortedMap<Double, Double> ofLine = new TreeMap<>();
                    own.forEach(cell -> limits(cell, source, ofAllFunctions).stream()
                            .filter(limit -> limit.name().equals(name))
                            .forEach(limit ->
                                    ofLine.put(cell.x(), limit.bandwidth().bitsPerSecond())));
                    if (!ofLine.isEmpty()) {
                        limits.add(new Limit(Phrase.join(", ", List.of(name, line)), curve(ofLine)));
                    }
                });
            }
        });
        return limits;
    }

    /** Those of the trials of a cell, which have the same settings. */
    private static List<ReferenceLine> limits(FactorCells.Cell cell, RunChartSource source, boolean ofAllFunctions) {
        TrialRow trial = cell.parts().get(0).trial();
        return KnownLimits.of(trial.cell(), EvidenceRow.of(trial.index(), source.evidence())).stream()
                .filter(limit -> ofAllFunctions || limit.scope() == ReferenceLine.Scope.FUNCTION)
                .toList();
    }

    private static Curve curve(SortedMap<Double, Double> points) {
        Curve.Builder curve = new Curve.Builder();
        points.forEach(curve::add);
        return curve.build();
    }
}
