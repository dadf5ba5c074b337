package org.faasnetlab.chart.factor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MetricAggregation;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a run put together by what they measured: repetitions of a cell are one. What a run does not vary is not
 * named.
 */
public final class FactorCells {
    /**
     * What a trial adds to a cell: all its functions, or those of one direction where both were measured in parallel.
     *
     * @param ofBoth whether it is one direction of a trial in both
     * @param aggregate bandwidth of these functions together over the trial's common window in bit/s, or null if it has none
     * @param interval of the aggregate over the time of the trial, or null if unknown
     * @param steady the same after the last burst, or null if unknown
     * @param steadyInterval of the steady aggregate over the time of the trial, or null if unknown
     */
    public record TrialContribution(
            TrialSummary summary,
            Direction direction,
            boolean ofBoth,
            List<FunctionRow> functions,
            @Nullable Double aggregate,
            @Nullable BandwidthRange interval,
            @Nullable Double steady,
            @Nullable BandwidthRange steadyInterval) {

        static TrialContribution whole(TrialSummary summary, List<FunctionRow> functions) {
            return new TrialContribution(
                    summary,
                    summary.trial().direction(),
                    false,
                    functions,
                    bitsPerSecond(summary.aggregate()),
                    summary.totalInterval(),
                    bitsPerSecond(summary.steadyAggregate()),
                    summary.steadyInterval());
        }

        /** One part, or two of a trial in both directions. */
        static Stream<TrialContribution> ofDirections(TrialSummary summary, List<FunctionRow> functions) {
            return summary.trial().direction() == Direction.BOTH
                    ? Stream.of(Direction.DOWNLOAD, Direction.UPLOAD)
                            .map(direction -> forDirection(summary, direction, functions))
                    : Stream.of(whole(summary, functions));
        }

        private static TrialContribution forDirection(
                TrialSummary summary, Direction direction, List<FunctionRow> functions) {
            List<FunctionRow> own = functions.stream()
                    .filter(function -> summary.trial().directionOf(function.functionIndex()) == direction)
                    .toList();
            TrialSummary ofDirection = summary.forDirection(direction, functions);
            return new TrialContribution(
                    summary,
                    direction,
                    true,
                    own,
                    bitsPerSecond(ofDirection.aggregate()),
                    ofDirection.totalInterval(),
                    bitsPerSecond(ofDirection.steadyAggregate()),
                    ofDirection.steadyInterval());
        }

        private static @Nullable Double bitsPerSecond(@Nullable Bandwidth bandwidth) {
            return bandwidth == null ? null : (Double) bandwidth.bitsPerSecond();
        }

        /** The label of the direction. */
        public Phrase directionLabel() {
            Phrase label = DirectionFormatter.text(direction);
            return ofBoth ? Phrase.of("{0} of both", label) : label;
        }

        public TrialRow trial() {
            return summary.trial();
        }
    }

    /**
     * What the trials of one cell measured.
     *
     * @param x the cell's value of the factor on the axis
     * @param line the other factors that vary; empty if none does
     * @param value of the factor, with its unit
     * @param name both together, as far as they vary
     * @param valid whether the parts are valid, or wanted though they are not
     */
    public record Cell(double x, Phrase line, Phrase value, Phrase name, List<TrialContribution> parts, boolean valid) {

        /** Only of the valid trials, or of all if none is valid. */
        static Cell of(
                double x, Phrase line, Phrase value, Phrase name, List<TrialContribution> all, boolean withInvalid) {
            List<TrialContribution> valid = all.stream()
                    .filter(part -> part.summary().validity().isValid())
                    .toList();
            boolean some = withInvalid || !valid.isEmpty();
            return new Cell(
                    x,
                    line,
                    value,
                    some ? name : Phrase.of("{0} (invalid)", name),
                    withInvalid || !some ? all : valid,
                    some);
        }

        /** A metric of the functions over the trials, in the unit in which it is shown; null if no function has it. */
        public @Nullable CellStatistics each(Metric metric) {
            return CellStatistics.of(parts.stream()
                    .map(part -> shown(part.functions(), metric).toArray())
                    .toList());
        }

        /**
         * Values of the functions that have one, of all trials, ascending, in the unit in which the metric is shown. They
         * describe what was measured; statistics are over trials, see {@link #each}.
         */
        public double[] values(Metric metric) {
            return parts.stream()
                    .flatMapToDouble(part -> shown(part.functions(), metric))
                    .sorted()
                    .toArray();
        }

        /**
         * All functions together, with one value for each trial that has any: its aggregate bandwidth over the common window,
         * or another metric aggregated over its functions. Null if no trial has one.
         */
        public @Nullable CellStatistics together(Metric metric) {
            return CellStatistics.ofTrials(parts.stream()
                    .mapToDouble(part -> metric.equals(Metrics.BANDWIDTH)
                            ? Objects.requireNonNullElse(part.aggregate(), Double.NaN)
                            : MetricAggregation.of(
                                    metric.overFunctions(),
                                    shown(part.functions(), metric).toArray()))
                    .filter(total -> !Double.isNaN(total))
                    .toArray());
        }

        /** The steady aggregates of the trials in which they are known, in bit/s; null if there are none. */
        public @Nullable CellStatistics steadyTogether() {
            return CellStatistics.ofTrials(parts.stream()
                    .map(TrialContribution::steady)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }

        /**
         * The interval of the aggregate of {@link #together} where a single trial has one: over the time of that trial. Null
         * for several trials, whose interval is over them, and if it is unknown.
         */
        public @Nullable BandwidthRange aggregateOverTime() {
            return ofOne(TrialContribution::aggregate, TrialContribution::interval);
        }

        /** The same of {@link #steadyTogether}. */
        public @Nullable BandwidthRange steadyOverTime() {
            return ofOne(TrialContribution::steady, TrialContribution::steadyInterval);
        }

        private @Nullable BandwidthRange ofOne(
                Function<TrialContribution, @Nullable Double> value,
                Function<TrialContribution, @Nullable BandwidthRange> interval) {
            List<TrialContribution> known =
                    parts.stream().filter(part -> value.apply(part) != null).toList();
            return known.size() == 1 ? interval.apply(known.get(0)) : null;
        }

        private static DoubleStream shown(List<FunctionRow> functions, Metric metric) {
            return functions.stream()
                    .map(function -> function.value(metric))
                    .filter(Objects::nonNull)
                    .mapToDouble(value -> metric.unit().shown(value));
        }
    }

    /** A job that cannot be divided evenly is as much larger in all at most. */
    private static final double PARTS_ROUNDED_BY_MIB = 0.1;

    private final TrialFactor factor;
    private final List<Cell> all = new ArrayList<>();

    private FactorCells(List<TrialContribution> parts, boolean withInvalid, @Nullable TrialFactor wanted) {
        factor = wanted != null
                ? wanted
                : TrialFactor.mostVaried(
                        parts.stream().map(TrialContribution::trial).toList());
        Map<List<Object>, List<TrialContribution>> cells = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> List.of(factor.of(part.trial()), others(part, parts)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        cells.forEach((key, own) -> {
            TrialContribution first = own.get(0);
            Phrase line = others(first, parts);
            all.add(Cell.of(
                    factor.of(first.trial()),
                    line,
                    factor.label(first.trial()),
                    name(first.trial(), parts, line),
                    own,
                    withInvalid));
        });
        all.sort(Comparator.comparing((Cell cell) -> cell.line().toString()).thenComparing(Cell::x));
    }

    /**
     * With all functions of a trial in one cell.
     *
     * @param factor on the axis; null for the one that varies most
     */
    public static FactorCells ofTrials(RunChartSource source, @Nullable TrialFactor factor) {
        return of(source, factor, (summary, functions) -> Stream.of(TrialContribution.whole(summary, functions)));
    }

    /** With the functions of each direction in a cell of their own, also where a trial has both. */
    public static FactorCells ofDirections(RunChartSource source) {
        return ofDirections(source, null);
    }

    /**
     * The cells of a run by one factor, a line for each combination of the others and each direction.
     *
     * @param factor on the axis; null for the one that varies most
     */
    public static FactorCells ofDirections(RunChartSource source, @Nullable TrialFactor factor) {
        return of(source, factor, TrialContribution::ofDirections);
    }

    private static FactorCells of(
            RunChartSource source,
            @Nullable TrialFactor factor,
            BiFunction<TrialSummary, List<FunctionRow>, Stream<TrialContribution>> partsOf) {
        Map<Integer, List<FunctionRow>> byTrial =
                source.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        return new FactorCells(
                source.trials().stream()
                        .flatMap(summary -> partsOf.apply(
                                summary, byTrial.getOrDefault(summary.trial().index(), List.of())))
                        .toList(),
                source.withInvalid(),
                factor);
    }

    private Phrase name(TrialRow trial, List<TrialContribution> parts, Phrase line) {
        if (!factor.varies(parts.stream().map(TrialContribution::trial).toList()) && !line.isEmpty()) {
            return line;
        }
        return line.isEmpty() ? factor.label(trial) : Phrase.join(", ", List.of(factor.label(trial), line));
    }

    private Phrase others(TrialContribution part, List<TrialContribution> parts) {
        List<Phrase> labels = new ArrayList<>();
        add(labels, parts, part, TrialContribution::directionLabel);
        for (TrialFactor other : TrialFactor.values()) {
            if (other != factor && !(other == TrialFactor.OBJECT && divided(parts))) {
                add(labels, parts, part, each -> other.label(each.trial()));
            }
        }
        add(
                labels,
                parts,
                part,
                each -> Phrase.of("link {0}", each.trial().network().link().toSetting()));
        add(labels, parts, part, each -> hosts(each.trial()));
        return Phrase.join(", ", labels);
    }

    /** Whether functions divide one job between them: the size of a part then only follows from how many they are. */
    private boolean divided(List<TrialContribution> parts) {
        return factor == TrialFactor.FUNCTIONS
                && parts.stream()
                                .map(TrialContribution::trial)
                                .mapToLong(trial -> Math.round(
                                        trial.functions() * TrialFactor.OBJECT.of(trial) / PARTS_ROUNDED_BY_MIB))
                                .distinct()
                                .count()
                        == 1;
    }

    private static Phrase hosts(TrialRow trial) {
        int hosts = trial.network().hosts();
        return Phrase.of(hosts == 1 ? "1 host" : "{0} hosts", hosts);
    }

    private static void add(
            List<Phrase> labels,
            List<TrialContribution> parts,
            TrialContribution part,
            Function<TrialContribution, Phrase> value) {
        if (parts.stream().map(value).distinct().count() > 1) {
            labels.add(value.apply(part));
        }
    }

    /** The factor on the axis. */
    public TrialFactor factor() {
        return factor;
    }

    public List<Cell> all() {
        return List.copyOf(all);
    }

    /** The cells of each line, by its name. */
    public Map<Phrase, List<Cell>> byLine() {
        return all.stream().collect(Collectors.groupingBy(Cell::line, LinkedHashMap::new, Collectors.toList()));
    }
}
