package org.faasnetlab.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.SequentialTrialAnalysis;
import org.faasnetlab.analysis.summary.TrialData;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
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

    private final JsonFactory json =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

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
    public void write(RunStore store, RunRow run, Path file) throws LabException {
        RunData rest = new RunData(
                run, store.trials(run.id()), store.functions(run.id()), List.of(), store.evidence(run.id()));
        AtomicFileWriter.write(file, out -> write(rest, trial -> store.intervals(run.id(), trial), out));
    }

    private void write(RunData run, IntervalSource intervals, OutputStream out) throws IOException, LabException {
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<Integer, EvidenceRow> evidence =
                run.evidence().stream().collect(Collectors.toMap(EvidenceRow::trial, Function.identity()));
        SequentialTrialAnalysis trialAnalysis =
                analysis == null ? null : analysis.get().trialByTrial(run.run());
        JsonLinePrinter lines = new JsonLinePrinter();
        try (JsonGenerator to = json.createGenerator(out).setPrettyPrinter(lines)) {
            to.writeStartObject();
            to.writeStringField("format", "faasnetlab-run");
            to.writeNumberField("schema_version", SCHEMA_VERSION);
            writeRun(to, run.run());
            to.writeArrayFieldStart("trials");
            for (TrialRow trial : run.trials()) {
                List<FunctionRow> own = functions.getOrDefault(trial.index(), List.of());
                List<StoredInterval> measured = intervals.read(trial.index());
                EvidenceRow observed = evidence.get(trial.index());
                to.writeStartObject();
                writeTrial(to, trial);
                EvidenceJson.write(to, observed);
                if (trialAnalysis != null) {
                    TrialData data = new TrialData(trial, own, measured, Optional.ofNullable(observed));
                    JsonValues.writeTree(to, "findings", FindingsJson.of(trialAnalysis.next(data)));
                }
                writeResults(to, lines, trial, own, measured);
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
            to.writeRaw('\n');
        }
    }

    private static void writeResults(
            JsonGenerator to,
            JsonLinePrinter lines,
            TrialRow trial,
            List<FunctionRow> functions,
            List<StoredInterval> measured)
            throws IOException {
        Map<Integer, List<StoredInterval>> intervals =
                measured.stream().collect(Collectors.groupingBy(StoredInterval::functionIndex));
        to.writeArrayFieldStart("results");
        for (FunctionRow function : functions) {
            to.writeStartObject();
            writeFunction(to, trial, function);
            to.writeArrayFieldStart("intervals");
            lines.objectsOnOneLine(true);
            for (StoredInterval one : intervals.getOrDefault(function.functionIndex(), List.of())) {
                writeInterval(to, one.interval());
            }
            lines.objectsOnOneLine(false);
            to.writeEndArray();
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void writeRun(JsonGenerator to, RunRow run) throws IOException {
        to.writeStringField("run", run.id());
        to.writeStringField("title", run.title());
        to.writeStringField("preset", run.preset());
        to.writeStringField("testbed", run.testbed());
        to.writeStringField("network", ExportLabels.network(run));
        to.writeBooleanField("simulated_network", run.simulatedNetwork());
        to.writeStringField("status", run.status().word());
        to.writeStringField("message", run.message());
        to.writeStringField("started_at", run.startedAt().toString());
        to.writeStringField(
                "ended_at", run.endedAt() == null ? null : run.endedAt().toString());
        writeMap(to, "settings", run.settings());
        writeMap(to, "environment", run.environment());
    }

    private static void writeTrial(JsonGenerator to, TrialRow trial) throws IOException {
        to.writeNumberField("trial", trial.index());
        to.writeNumberField("repetition", trial.repetition());
        to.writeStringField("status", trial.status().word());
        WorkloadRecord workload = trial.workload().toRecord();
        to.writeStringField("transfer", trial.workload().type().id());
        to.writeStringField("direction", trial.direction().word());
        to.writeNumberField("memory_mb", trial.memoryMb());
        to.writeNumberField("functions", trial.functions());
        to.writeNumberField("streams", workload.parallelism());
        JsonValues.writeNumber(
                to,
                "seconds",
                workload.seconds() == null ? null : (Long) workload.seconds().longValue());
        JsonValues.writeNumber(to, "object_bytes", workload.objectBytes());
        to.writeStringField("link", trial.network().link().toSetting());
        to.writeNumberField("hosts", trial.network().hosts());
        to.writeStringField("host_link", trial.network().hostLinkSetting());
        JsonValues.writeNumber(to, "t0_epoch_us", trial.t0EpochMicros());
    }

    private static void writeFunction(JsonGenerator to, TrialRow trial, FunctionRow function) throws IOException {
        to.writeNumberField("function", function.functionIndex());
        if (trial.direction() == Direction.BOTH) {
            to.writeStringField(
                    "direction", trial.directionOf(function.functionIndex()).word());
        }
        to.writeNumberField("host", function.host());
        to.writeStringField("sandbox", function.sandboxId());
        JsonValues.writeBoolean(to, "cold", function.cold());
        JsonValues.writeDecimal(to, "ready_ms", ExportNumbers.millis(function.readyMicros()));
        JsonValues.writeDecimal(to, "start_s", ExportNumbers.seconds(function.startOffsetMicros()));
        JsonValues.writeDecimal(to, "duration_s", ExportNumbers.seconds(function.durationMicros()));
        JsonValues.writeNumber(to, "sender_bytes", function.senderBytes());
        JsonValues.writeNumber(to, "receiver_bytes", function.receiverBytes());
        JsonValues.writeNumber(to, "bit_per_s", ExportNumbers.bitsPerSecond(function.bandwidth()));
        JsonValues.writeNumber(to, "retransmits", function.retransmits());
        JsonValues.writeNumber(
                to, "mss", function.mss() == null ? null : (Long) function.mss().longValue());
        JsonValues.writeDecimal(to, "first_byte_ms", ExportNumbers.millis(function.firstByteMicros()));
        JsonValues.writeDecimal(to, "cpu_ms", ExportNumbers.millis(function.cpuMicros()));
        to.writeStringField("status", ExportLabels.status(function));
        to.writeStringField(
                "failure",
                function.failure() == null ? null : function.failure().word());
        to.writeStringField("message", function.failureMessage());
    }

    private static void writeInterval(JsonGenerator to, Interval interval) throws IOException {
        to.writeStartObject();
        JsonValues.writeDecimal(to, "start_s", ExportNumbers.seconds(interval.offsetMicros()));
        JsonValues.writeDecimal(to, "duration_s", ExportNumbers.seconds(interval.durationMicros()));
        to.writeNumberField("bytes", interval.bytes());
        JsonValues.writeNumber(to, "bit_per_s", ExportNumbers.bitsPerSecond(interval.bandwidth()));
        JsonValues.writeNumber(to, "retransmits", interval.retransmits());
        to.writeEndObject();
    }

    private static void writeMap(JsonGenerator to, String name, Map<String, String> values) throws IOException {
        to.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            to.writeStringField(value.getKey(), value.getValue());
        }
        to.writeEndObject();
    }
}
