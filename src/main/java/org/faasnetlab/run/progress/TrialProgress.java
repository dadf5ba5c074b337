package org.faasnetlab.run.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.stats.MetricAggregation;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** The state of one trial, folded from its events. Not thread-safe: {@link RunProgress} guards it. */
final class TrialProgress {
    final int index;
    private final List<FunctionProgress> functions = new ArrayList<>();
    private List<Integer> hosts = List.of();
    private @Nullable Instant t0;
    private TrialConditions conditions = TrialConditions.NONE;
    private @Nullable EvidenceRow evidence;

    TrialProgress(int index) {
        this.index = index;
    }

    /** @param start null if it is chosen later */
    void invoking(@Nullable Instant start, List<Integer> simulatedHosts, TrialConditions known) {
        t0 = start;
        hosts = List.copyOf(simulatedHosts);
        conditions = known;
    }

    void startChosen(Instant start) {
        t0 = start;
    }

    void observed(EvidenceRow row) {
        evidence = row;
    }

    /** Null until the trial was observed. */
    @Nullable
    EvidenceRow evidence() {
        return evidence;
    }

    /** Nothing before the functions are invoked. */
    TrialConditions conditions() {
        return conditions;
    }

    boolean isInvoked() {
        return !hosts.isEmpty();
    }

    /** Null until it is chosen. */
    @Nullable
    Instant t0() {
        return t0;
    }

    /** Number of functions; 0 before they are invoked. */
    int functions() {
        return hosts.size();
    }

    int host(int functionIndex) {
        return hosts.get(functionIndex);
    }

    FunctionProgress function(int functionIndex) {
        while (functions.size() <= functionIndex) {
            functions.add(new FunctionProgress());
        }
        return functions.get(functionIndex);
    }

    /** The command lines with which functions started their programs, by function; none for functions without one. */
    List<String> commands() {
        return functions.stream()
                .map(FunctionProgress::command)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What functions reported when they were ready, by function; none for functions that were not. */
    List<FunctionRecord.Ready> ready() {
        return functions.stream()
                .map(FunctionProgress::ready)
                .filter(Objects::nonNull)
                .toList();
    }

    boolean hasStarted() {
        return functions.stream().anyMatch(FunctionProgress::hasStarted);
    }

    /**
     * The values of a metric last reported by the transferring functions, aggregated over them; null if none has
     * reported it.
     */
    @Nullable
    Double latest(Metric metric) {
        double[] values = functions.stream()
                .map(function -> function.latest(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length == 0 ? null : (Double) MetricAggregation.of(metric.overFunctions(), values);
    }

    List<FunctionSnapshot> snapshot(Cell cell, boolean over) {
        List<FunctionSnapshot> snapshots = new ArrayList<>(cell.functions());
        for (int functionIndex = 0; functionIndex < cell.functions(); functionIndex++) {
            Direction direction = cell.directionOf(functionIndex);
            snapshots.add(function(functionIndex).snapshot(functionIndex, direction, over));
        }
        return snapshots;
    }

    /** Merges what happened in the same trial after everything recorded here. */
    void merge(TrialProgress later) {
        t0 = later.t0 == null ? t0 : later.t0;
        evidence = later.evidence == null ? evidence : later.evidence;
        if (later.isInvoked()) {
            hosts = later.hosts;
            conditions = later.conditions;
        }
        for (int functionIndex = 0; functionIndex < later.functions.size(); functionIndex++) {
            function(functionIndex).merge(later.functions.get(functionIndex));
        }
    }
}
