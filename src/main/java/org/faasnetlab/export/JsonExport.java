package org.faasnetlab.export;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.FittedFunctions;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that is kept of a run as one JSON document: the run with its settings and environment, its trials, in each
 * its functions, in each its intervals. Names and units are those of the tables of {@link CsvExport}; what is not known
 * is null. The document is written as it is made, trial by trial.
 */
public final class JsonExport {
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

    /** Gives the findings on the trials of a run, in their order. */
    private interface FindingsSource {
        TrialFindings next(TrialRow trial) throws LabException;
    }

    /**
     * What is written.
     *
     * @param fitted functions that are analyzed for bursts; null without findings
     * @param withInvalid whether invalid trials count in cells
     */
    private record Content(
            RunData run,
            @Nullable IntervalSource intervals,
            @Nullable FindingsSource findings,
            @Nullable FittedFunctions fitted,
            boolean withInvalid) {}

    /** Writes a run in memory. */
    public void write(RunData run, Path file) throws LabException {
        Map<Integer, List<StoredInterval>> intervals =
                run.intervals().stream().collect(Collectors.groupingBy(StoredInterval::trial));
        Map<Integer, TrialFindings> findings = analysis == null
                ? null
                : analysis.get().of(run).trials().stream()
                        .collect(Collectors.toMap(
                                trial -> trial.summary().trial().index(), Function.identity()));
        Content content = new Content(
                run,
                trial -> intervals.getOrDefault(trial, List.of()),
                findings == null ? null : trial -> Objects.requireNonNull(findings.get(trial.index())),
                findings == null ? null : FittedFunctions.EVERY_FUNCTION,
                false);
        AtomicFileWriter.write(file, out -> write(content, out));
    }

    /** Writes a run straight from the store, with the intervals of one trial in memory at a time. */
    public void write(RunReader store, RunRow run, Path file) throws LabException {
        Content content = stored(store, run, trial -> store.intervals(run.id(), trial), false);
        AtomicFileWriter.write(file, out -> write(content, out));
    }

    /**
     * The document without intervals, for a program that reads results only.
     *
     * @param withInvalid whether invalid trials count in cells
     */
    public String withoutIntervals(RunReader store, RunRow run, boolean withInvalid) throws LabException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(stored(store, run, null, withInvalid), out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private Content stored(RunReader store, RunRow run, @Nullable IntervalSource intervals, boolean withInvalid)
            throws LabException {
        RunData rows = new RunData(
                run,
                store.trials(run.id()),
                store.functions(run.id()),
                List.of(),
                store.evidence(run.id()),
                store.probes(run.id()));
        RunAnalysis.StoredTrials sequence =
                analysis == null ? null : analysis.get().stored(store, run);
        return sequence == null
                ? new Content(rows, intervals, null, null, withInvalid)
                : new Content(rows, intervals, sequence::next, sequence.fitted(), withInvalid);
    }

    private static void write(Content content, OutputStream out) throws IOException, LabException {
        RunData run = content.run();
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<Integer, EvidenceRow> evidence =
                run.evidence().stream().collect(Collectors.toMap(EvidenceRow::trial, Function.identity()));
        try (JsonGenerator to = MAPPER.createGenerator(out).setPrettyPrinter(new LinePrinter())) {
            to.writeStartObject();
            writeFields(to, RunJson.RunNode.of(run.run()));
            if (content.fitted() != null) {
                to.writeStringField("bursts_of", content.fitted().id());
            }
            List<TrialFindings> analyzed = new ArrayList<>();
            to.writeArrayFieldStart("trials");
            for (TrialRow trial : run.trials()) {
                List<FunctionRow> ofTrial = functions.getOrDefault(trial.index(), List.of());
                EvidenceRow observed = evidence.get(trial.index());
                to.writeStartObject();
                writeFields(to, RunJson.TrialNode.of(run.run(), trial, observed));
                if (content.findings() != null) {
                    TrialFindings findings = content.findings().next(trial);
                    analyzed.add(findings);
                    to.writePOJOField("findings", FindingsJson.of(findings));
                }
                to.writeArrayFieldStart("results");
                Map<Integer, List<StoredInterval>> byFunction = content.intervals() == null
                        ? Map.of()
                        : content.intervals().read(trial.index()).stream()
                                .collect(Collectors.groupingBy(StoredInterval::functionIndex));
                for (FunctionRow function : ofTrial) {
                    MAPPER.writeValue(
                            to,
                            RunJson.FunctionNode.of(
                                    trial,
                                    function,
                                    content.intervals() == null
                                            ? null
                                            : byFunction.getOrDefault(function.functionIndex(), List.of())));
                }
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            if (!analyzed.isEmpty()) {
                to.writePOJOField("cells", FindingsJson.cells(analyzed, run.functions(), content.withInvalid()));
            }
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
