package org.faasnetlab.export;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.WorkloadRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that is kept of a run as one JSON document: the run with its settings and environment, its trials, in each
 * its functions, in each its intervals. Names and units are those of the tables of {@link CsvExport}; what is not known
 * is null. The document is written as it is made, trial by trial.
 */
public final class JsonExport {
    /** Version of the document; raised when a name changes its meaning or goes. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            // Numbers keep the decimals that their unit has.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final @Nullable Supplier<RunAnalysis> analysis;

    /** An export of what is stored and nothing else. */
    public JsonExport() {
        this.analysis = null;
    }

    /** @param analysis adds its findings to each trial; asked for when a run is exported, because it reads resources */
    public JsonExport(Supplier<RunAnalysis> analysis) {
        this.analysis = analysis;
    }

    /** Gives the intervals of a trial, in order of function and start. */
    private interface IntervalSource {
        List<StoredInterval> read(int trial) throws LabException;
    }

    /** Writes a run in memory. */
    public void write(RunData run, Path file) throws LabException {
        Map<Integer, List<StoredInterval>> intervals =
                run.intervals().stream().collect(Collectors.groupingBy(StoredInterval::trial));
        AtomicFileWriter.write(file, out -> write(run, trial -> intervals.getOrDefault(trial, List.of()), out));
    }

    /** Writes a run straight from the store, with the intervals of one trial in memory at a time. */
    public void write(RunReader store, RunRow run, Path file) throws LabException {
        RunData rest = new RunData(
                run, store.trials(run.id()), store.functions(run.id()), List.of(), store.evidence(run.id()));
        AtomicFileWriter.write(file, out -> write(rest, trial -> store.intervals(run.id(), trial), out));
    }

    private void write(RunData run, IntervalSource intervals, OutputStream out) throws IOException, LabException {
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<Integer, EvidenceRow> evidence =
                run.evidence().stream().collect(Collectors.toMap(EvidenceRow::trial, Function.identity()));
        RunAnalysis.TrialSequence trialAnalysis =
                analysis == null ? null : analysis.get().trialByTrial(run.run());
        try (JsonGenerator to = MAPPER.createGenerator(out).setPrettyPrinter(new LinePrinter())) {
            to.writeStartObject();
            writeFields(to, RunNode.of(run.run()));
            to.writeArrayFieldStart("trials");
            for (TrialRow trial : run.trials()) {
                List<FunctionRow> own = functions.getOrDefault(trial.index(), List.of());
                List<StoredInterval> measured = intervals.read(trial.index());
                EvidenceRow observed = evidence.get(trial.index());
                to.writeStartObject();
                writeFields(to, TrialNode.of(trial, observed));
                if (trialAnalysis != null) {
                    TrialData data = new TrialData(trial, own, measured, Optional.ofNullable(observed));
                    to.writePOJOField("findings", FindingsJson.of(trialAnalysis.next(data)));
                }
                to.writeArrayFieldStart("results");
                Map<Integer, List<StoredInterval>> byFunction =
                        measured.stream().collect(Collectors.groupingBy(StoredInterval::functionIndex));
                for (FunctionRow function : own) {
                    MAPPER.writeValue(
                            to,
                            FunctionNode.of(
                                    trial, function, byFunction.getOrDefault(function.functionIndex(), List.of())));
                }
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
            to.writeRaw('\n');
        }
    }

    /** Writes the fields of a record into the object that is under way, which gets further ones. */
    private static void writeFields(JsonGenerator to, Record node) throws IOException {
        ObjectNode fields = MAPPER.valueToTree(node);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            to.writePOJOField(field.getKey(), field.getValue());
        }
    }

    /** By the names of their columns; null where a value is unknown. */
    private static Map<String, @Nullable BigDecimal> values(
            List<Metric> metrics, Function<Metric, @Nullable Double> value) {
        if (metrics.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            values.put(metric.column(), ExportNumbers.metric(metric, value.apply(metric)));
        }
        return values;
    }

    private record RunNode(
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
                    ExportLabels.network(run),
                    run.simulatedNetwork(),
                    run.status().word(),
                    run.message(),
                    run.startedAt().toString(),
                    run.endedAt() == null ? null : run.endedAt().toString(),
                    run.settings(),
                    run.environment());
        }
    }

    private record TrialNode(
            int trial,
            int repetition,
            String status,
            String transfer,
            String direction,
            int memoryMb,
            int functions,
            int streams,
            @Nullable Integer seconds,
            @Nullable Long objectBytes,
            String link,
            int hosts,
            String hostLink,
            @JsonProperty("t0_epoch_us") @Nullable Long t0EpochMicros,
            @Nullable EvidenceNode evidence) {

        static TrialNode of(TrialRow trial, @Nullable EvidenceRow evidence) {
            WorkloadRecord workload = trial.workload().toRecord();
            return new TrialNode(
                    trial.index(),
                    trial.repetition(),
                    trial.status().word(),
                    trial.workload().type().id(),
                    trial.direction().word(),
                    trial.memoryMb(),
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
    private record EvidenceNode(
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
                    ExportNumbers.millis(evidence.leadMicros()),
                    ExportNumbers.share(evidence.computerBusy()),
                    ExportNumbers.share(evidence.computerBusyMost()),
                    evidence.computerSamples(),
                    ExportNumbers.share(evidence.serverBusy()),
                    ExportNumbers.share(evidence.serverDiskBusy()),
                    ExportNumbers.bitsPerSecond(evidence.serverLimit()),
                    ExportNumbers.bitsPerSecond(evidence.functionCap()),
                    evidence.insideVpc());
        }
    }

    /**
     * A function with its intervals.
     *
     * @param direction null where that of the trial says it
     * @param intervals made one at a time as they are written
     */
    private record FunctionNode(
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
            Iterator<IntervalNode> intervals,
            @JsonAnyGetter Map<String, @Nullable BigDecimal> furtherMetrics) {

        static FunctionNode of(TrialRow trial, FunctionRow function, List<StoredInterval> intervals) {
            List<Metric> ofIntervals = RunMetrics.furtherOfIntervals(List.of(trial));
            return new FunctionNode(
                    function.functionIndex(),
                    trial.direction() == Direction.BOTH
                            ? trial.directionOf(function.functionIndex()).word()
                            : null,
                    function.host(),
                    function.sandboxId(),
                    function.cold(),
                    ExportNumbers.millis(function.readyMicros()),
                    ExportNumbers.seconds(function.startOffsetMicros()),
                    ExportNumbers.seconds(function.durationMicros()),
                    function.senderBytes(),
                    function.receiverBytes(),
                    ExportNumbers.bitsPerSecond(function.bandwidth()),
                    ExportNumbers.metric(Metrics.RETRANSMITS, function.value(Metrics.RETRANSMITS)),
                    ExportNumbers.metric(Metrics.MSS, function.value(Metrics.MSS)),
                    ExportNumbers.metric(Metrics.FIRST_BYTE, function.value(Metrics.FIRST_BYTE)),
                    ExportNumbers.metric(Metrics.CPU, function.value(Metrics.CPU)),
                    ExportLabels.status(function),
                    function.failure() == null ? null : function.failure().word(),
                    function.failureMessage(),
                    intervals.stream()
                            .map(one -> IntervalNode.of(one, ofIntervals))
                            .iterator(),
                    values(RunMetrics.furtherOfFunctions(List.of(trial)), function::value));
        }
    }

    private record IntervalNode(
            @JsonProperty("start_s") @Nullable BigDecimal start,
            @JsonProperty("duration_s") @Nullable BigDecimal duration,
            long bytes,
            @JsonProperty("bit_per_s") @Nullable Long bandwidth,
            @Nullable Long retransmits,
            @JsonAnyGetter Map<String, @Nullable BigDecimal> furtherMetrics) {

        static IntervalNode of(StoredInterval stored, List<Metric> further) {
            Interval interval = stored.interval();
            return new IntervalNode(
                    ExportNumbers.seconds(interval.offsetMicros()),
                    ExportNumbers.seconds(interval.durationMicros()),
                    interval.bytes(),
                    ExportNumbers.bitsPerSecond(interval.bandwidth()),
                    interval.retransmits(),
                    values(further, metric -> interval.value(metric.id())));
        }
    }

    /** Every field on a line of its own with the same line ends everywhere, but each interval on one line. */
    private static final class LinePrinter extends DefaultPrettyPrinter {
        private static final long serialVersionUID = 1L;
        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        LinePrinter() {
            super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
            indentArraysWith(LINES);
            indentObjectsWith(LINES);
        }

        @Override
        public void writeStartObject(JsonGenerator to) throws IOException {
            if (isInterval(to.getOutputContext())) {
                indentObjectsWith(FixedSpaceIndenter.instance);
            }
            super.writeStartObject(to);
        }

        @Override
        public void writeEndObject(JsonGenerator to, int fields) throws IOException {
            super.writeEndObject(to, fields);
            indentObjectsWith(LINES);
        }

        private static boolean isInterval(JsonStreamContext object) {
            JsonStreamContext array = object.getParent();
            return array != null
                    && array.inArray()
                    && "intervals".equals(array.getParent().getCurrentName());
        }
    }
}
