package org.faasnetlab.analysis.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Functions of one cell with a new sandbox beside those with one that was used before. Functions of different cells are
 * not compared with each other, because they measured different things.
 *
 * @param label description of the cell
 */
public record ColdStarts(String label, Kind cold, Kind warm) {

    /**
     * The functions of one kind that delivered a result, over the trials.
     *
     * @param bandwidth rates in bit/s
     * @param ready time from the invocation until they were ready in microseconds; null if none reported it
     */
    public record Kind(CellStatistics bandwidth, @Nullable CellStatistics ready) {

        private static @Nullable Kind of(Metric rate, List<List<FunctionRow>> trials, boolean cold) {
            List<List<FunctionRow>> own = trials.stream()
                    .map(functions -> functions.stream()
                            .filter(function -> function.bandwidth() != null && Objects.equals(function.cold(), cold))
                            .toList())
                    .toList();
            CellStatistics bandwidth = CellStatistics.of(own.stream()
                    .map(functions -> FunctionValues.of(rate, functions))
                    .toList());
            return bandwidth == null
                    ? null
                    : new Kind(
                            bandwidth,
                            CellStatistics.of(own.stream().map(Kind::ready).toList()));
        }

        private static double[] ready(List<FunctionRow> functions) {
            return functions.stream()
                    .map(FunctionRow::readyMicros)
                    .filter(Objects::nonNull)
                    .mapToDouble(Long::doubleValue)
                    .toArray();
        }
    }

    /**
     * The cells that have functions of both kinds, in the order in which they were measured first.
     *
     * @param withInvalid whether invalid trials count as valid ones
     */
    public static List<ColdStarts> of(List<TrialSummary> trials, List<FunctionRow> functions, boolean withInvalid) {
        Map<Cell, List<List<FunctionRow>>> cells = new LinkedHashMap<>();
        for (CellSummary.Part part : CellSummary.parts(trials, functions)) {
            if (withInvalid || part.summary().validity().isValid()) {
                cells.computeIfAbsent(part.cell(), first -> new ArrayList<>()).add(part.functions());
            }
        }
        List<ColdStarts> both = new ArrayList<>();
        cells.forEach((cell, own) -> {
            Metric rate = cell.workload().type().rateMetric();
            Kind cold = Kind.of(rate, own, true);
            Kind warm = Kind.of(rate, own, false);
            if (cold != null && warm != null) {
                both.add(new ColdStarts(cell.label().toString(), cold, warm));
            }
        });
        return both;
    }
}
