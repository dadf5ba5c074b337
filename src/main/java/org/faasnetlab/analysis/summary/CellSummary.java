package org.faasnetlab.analysis.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.SequenceFinding;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What the trials of one cell measured together; rates are in bit/s. Invalid trials are counted, but are not values.
 *
 * @param invalid number of invalid trials that are left out
 * @param each rates of the functions; null if there is no value
 * @param aggregate of the totals of the trials; null if none has one
 * @param steadyAggregate of the trials; null if none has one, or if it was not computed
 * @param aggregateOverTime the interval of the aggregate where a single trial has one, over the time of that trial; null for
 *     several trials, and if it is unknown
 * @param steadyOverTime the same of the steady aggregate
 * @param besideRate of {@link TrialSummary#besideRate} of the trials, in the unit of each metric
 */
public record CellSummary(
        Cell cell,
        int invalid,
        @Nullable CellStatistics each,
        @Nullable CellStatistics aggregate,
        @Nullable CellStatistics steadyAggregate,
        @Nullable BandwidthRange aggregateOverTime,
        @Nullable BandwidthRange steadyOverTime,
        Map<Metric, CellStatistics> besideRate) {

    public CellSummary {
        besideRate = Collections.unmodifiableMap(new LinkedHashMap<>(besideRate));
    }

    /** Description of the cell. */
    public String label() {
        return cell.label().toString();
    }

    /** What speaks against the independence of the trials, by the rates of functions, else by a total. */
    public SequenceFinding sequence() {
        return Stream.of(each, aggregate, steadyAggregate)
                .filter(Objects::nonNull)
                .map(CellStatistics::sequence)
                .filter(sequence -> sequence != SequenceFinding.INDEPENDENT)
                .findFirst()
                .orElse(SequenceFinding.INDEPENDENT);
    }

    /** A trial, or one direction of a trial in both directions. */
    record Part(TrialSummary summary, List<FunctionRow> functions) {
        Cell cell() {
            return summary.trial().cell();
        }
    }

    /**
     * In the order in which the cells were measured first.
     *
     * @param trials of a run
     * @param functions of the run
     * @param withInvalid whether invalid trials count as valid ones
     */
    public static List<CellSummary> of(List<TrialSummary> trials, List<FunctionRow> functions, boolean withInvalid) {
        Map<Cell, List<Part>> cells = new LinkedHashMap<>();
        parts(trials, functions)
                .forEach(part -> cells.computeIfAbsent(part.cell(), first -> new ArrayList<>())
                        .add(part));
        return cells.values().stream().map(own -> of(own, withInvalid)).toList();
    }

    /** The trials of a run, each direction of its own where a trial has both. */
    static List<Part> parts(List<TrialSummary> trials, List<FunctionRow> functions) {
        Map<Integer, List<FunctionRow>> byTrial = functions.stream().collect(Collectors.groupingBy(FunctionRow::trial));
        List<Part> parts = new ArrayList<>();
        for (TrialSummary trial : trials) {
            List<FunctionRow> own = byTrial.getOrDefault(trial.trial().index(), List.of());
            boolean both = trial.trial().direction() == Direction.BOTH;
            for (TrialSummary summary : trial.byDirection(own)) {
                Direction direction = summary.trial().direction();
                List<FunctionRow> measured = both
                        ? own.stream()
                                .filter(function -> trial.trial().directionOf(function.functionIndex()) == direction)
                                .toList()
                        : own;
                parts.add(new Part(summary, measured));
            }
        }
        return parts;
    }

    private static CellSummary of(List<Part> parts, boolean withInvalid) {
        List<Part> counted = parts.stream()
                .filter(part -> withInvalid || part.summary().validity().isValid())
                .toList();
        Cell cell = parts.get(0).cell();
        return new CellSummary(
                cell,
                parts.size() - counted.size(),
                CellStatistics.of(counted.stream()
                        .map(part -> FunctionValues.rates(part.summary().trial(), part.functions()))
                        .toList()),
                ofTrials(counted, TrialSummary::total),
                ofTrials(counted, TrialSummary::steadyAggregate),
                ofOne(counted, TrialSummary::total, TrialSummary::totalInterval),
                ofOne(counted, TrialSummary::steadyAggregate, TrialSummary::steadyInterval),
                besideRate(counted));
    }

    private static @Nullable BandwidthRange ofOne(
            List<Part> parts,
            Function<TrialSummary, @Nullable Bandwidth> value,
            Function<TrialSummary, @Nullable BandwidthRange> interval) {
        List<TrialSummary> known = parts.stream()
                .map(Part::summary)
                .filter(summary -> value.apply(summary) != null)
                .toList();
        return known.size() == 1 ? interval.apply(known.get(0)) : null;
    }

    private static Map<Metric, CellStatistics> besideRate(List<Part> parts) {
        Map<Metric, List<double[]>> values = new LinkedHashMap<>();
        for (Part part : parts) {
            part.summary()
                    .besideRate()
                    .forEach((metric, value) -> values.computeIfAbsent(metric, first -> new ArrayList<>())
                            .add(new double[] {value}));
        }
        Map<Metric, CellStatistics> statistics = new LinkedHashMap<>();
        values.forEach((metric, own) -> statistics.put(metric, Objects.requireNonNull(CellStatistics.of(own))));
        return statistics;
    }

    private static @Nullable CellStatistics ofTrials(
            List<Part> parts, Function<TrialSummary, @Nullable Bandwidth> value) {
        return CellStatistics.ofTrials(parts.stream()
                .map(part -> value.apply(part.summary()))
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray());
    }
}
