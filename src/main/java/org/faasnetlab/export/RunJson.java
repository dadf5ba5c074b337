package org.faasnetlab.export;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.WorkloadRecord;
import org.jspecify.annotations.Nullable;

/** The objects of a {@linkplain JsonExport JSON export}: the order, names and units of its fields. */
final class RunJson {
    /** Version of the document; raised when a name is removed or changes its meaning. */
    private static final int SCHEMA_VERSION = 2;

    private RunJson() {}

    /** By the names of their columns; null where a value is unknown. */
    private static Map<String, @Nullable BigDecimal> values(
            List<Metric> metrics, Function<Metric, @Nullable Double> value) {
        if (metrics.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            values.put(metric.column(), ExportValues.metric(metric, value.apply(metric)));
        }
        return values;
    }

    record RunNode(
            String format,
            int schemaVersion,
            String run,
            String title,
            String preset,
            String testbed,
            String network,
            boolean simulatedNetwork,
            String status,
            @Nullable String message,
            String startedAt,
            @Nullable String endedAt,
            Map<String, String> settings,
            Map<String, String> environment) {

        static RunNode of(RunRow run) {
            return new RunNode(
                    "faasnetlab-run",
                    SCHEMA_VERSION,
                    run.id(),
                    run.title(),
                    run.preset(),
                    run.testbed(),
                    run.networkKind().id(),
                    run.simulatedNetwork(),
                    run.status().id(),
                    run.message(),
                    run.startedAt().toString(),
                    run.endedAt() == null ? null : run.endedAt().toString(),
                    run.settings(),
                    run.environment());
        }
    }

    record TrialNode(
            int trial,
            int repetition,
            String status,
            String transfer,
            String direction,
            @Nullable Integer memoryMb,
            int functions,
            int streams,
            @Nullable Integer seconds,
            @Nullable Long objectBytes,
            String link,
            int hosts,
            String hostLink,
            @JsonProperty("t0_epoch_us") @Nullable Long t0EpochMicros,
            @Nullable EvidenceNode evidence) {

        static TrialNode of(RunRow run, TrialRow trial, @Nullable EvidenceRow evidence) {
            WorkloadRecord workload = trial.workload().toRecord();
            return new TrialNode(
                    trial.index() + 1,
                    trial.repetition(),
                    trial.status().id(),
                    trial.workload().type().id(),
                    run.directionId(trial.direction()),
                    trial.memoryMb() == 0 ? null : (Integer) trial.memoryMb(),
                    trial.functions(),
                    workload.parallelism(),
                    workload.seconds(),
                    workload.objectBytes(),
                    trial.network().link().toSetting(),
                    trial.network().hosts(),
                    trial.network().hostLinkSetting(),
                    trial.t0EpochMicros(),
                    evidence == null ? null : EvidenceNode.of(evidence));
        }
    }

    /** What was observed beside the functions of a trial. */
    record EvidenceNode(
            @Nullable BigDecimal leadMs,
            @Nullable BigDecimal computerBusyMedian,
            @Nullable BigDecimal computerBusyMost,
            @Nullable Integer computerBusySamples,
            @Nullable BigDecimal serverBusy,
            @Nullable BigDecimal serverDiskBusy,

            @JsonProperty("server_limit_bit_per_s") @Nullable
            Long serverLimit,

            @JsonProperty("function_cap_bit_per_s") @Nullable
            Long functionCap,

            @Nullable Boolean insideVpc) {

        static EvidenceNode of(EvidenceRow evidence) {
            return new EvidenceNode(
                    ExportValues.millis(evidence.leadMicros()),
                    ExportValues.share(evidence.computerBusy()),
                    ExportValues.share(evidence.computerBusyMost()),
                    evidence.computerSamples(),
                    ExportValues.share(evidence.serverBusy()),
                    ExportValues.share(evidence.serverDiskBusy()),
                    ExportValues.bitsPerSecond(evidence.serverLimit()),
                    ExportValues.bitsPerSecond(evidence.functionCap()),
                    evidence.insideVpc());
        }
    }

    /**
     * A function with its intervals.
     *
     * @param direction null where that of the trial says it
     * @param intervals made one at a time as they are written; null to leave them out
     */
    record FunctionNode(
            int function,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String direction,

            int host,
            @Nullable String sandbox,
            @Nullable Boolean cold,
            @Nullable BigDecimal readyMs,
            @JsonProperty("start_s") @Nullable BigDecimal start,
            @JsonProperty("duration_s") @Nullable BigDecimal duration,
            @Nullable Long senderBytes,
            @Nullable Long receiverBytes,
            @JsonProperty("bit_per_s") @Nullable Long bandwidth,
            @Nullable BigDecimal retransmits,
            @Nullable BigDecimal mss,
            @Nullable BigDecimal firstByteMs,
            @Nullable BigDecimal cpuMs,
            String status,
            @Nullable String failure,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Iterator<IntervalNode> intervals,

            @JsonAnyGetter Map<String, @Nullable BigDecimal> furtherMetrics) {

        static FunctionNode of(TrialRow trial, FunctionRow function, @Nullable List<StoredInterval> intervals) {
            List<Metric> ofIntervals = RunMetrics.furtherOfIntervals(List.of(trial));
            return new FunctionNode(
                    function.functionIndex(),
                    trial.direction() == Direction.BOTH
                            ? trial.directionOf(function.functionIndex()).id()
                            : null,
                    function.host(),
                    function.sandboxId(),
                    function.cold(),
                    ExportValues.millis(function.readyMicros()),
                    ExportValues.seconds(function.startOffsetMicros()),
                    ExportValues.seconds(function.durationMicros()),
                    function.senderBytes(),
                    function.receiverBytes(),
                    ExportValues.bitsPerSecond(function.bandwidth()),
                    ExportValues.metric(Metrics.RETRANSMITS, function.value(Metrics.RETRANSMITS)),
                    ExportValues.metric(Metrics.MSS, function.value(Metrics.MSS)),
                    ExportValues.metric(Metrics.FIRST_BYTE, function.value(Metrics.FIRST_BYTE)),
                    ExportValues.metric(Metrics.CPU, function.value(Metrics.CPU)),
                    function.end().id(),
                    function.failure() == null ? null : function.failure().id(),
                    function.failureMessage(),
                    intervals == null
                            ? null
                            : intervals.stream()
                                    .map(stored -> IntervalNode.of(stored, ofIntervals))
                                    .iterator(),
                    values(RunMetrics.furtherOfFunctions(List.of(trial)), function::value));
        }
    }

    record IntervalNode(
            @JsonProperty("start_s") @Nullable BigDecimal start,
            @JsonProperty("duration_s") @Nullable BigDecimal duration,
            long bytes,
            @JsonProperty("bit_per_s") @Nullable Long bandwidth,
            @Nullable Long retransmits,
            @JsonAnyGetter Map<String, @Nullable BigDecimal> furtherMetrics) {

        static IntervalNode of(StoredInterval stored, List<Metric> further) {
            Interval interval = stored.interval();
            return new IntervalNode(
                    ExportValues.seconds(interval.offsetMicros()),
                    ExportValues.seconds(interval.durationMicros()),
                    interval.bytes(),
                    ExportValues.bitsPerSecond(interval.bandwidth()),
                    interval.retransmits(),
                    values(further, metric -> interval.value(metric.id())));
        }
    }
}
