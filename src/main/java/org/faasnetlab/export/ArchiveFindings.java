package org.faasnetlab.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.ColdStarts;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/**
 * Writes the findings of runs, the numbers of their reports, trial by trial, then those of cells over their valid trials. An archive holds them beside the rows from
 * which {@code recompute.py} computes them again.
 */
final class ArchiveFindings {
    /** A trial with more intervals has no findings in an archive: they would be read into memory. */
    private static final long MAX_INTERVALS = 1_000_000;

    private static final int SCHEMA_VERSION = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Supplier<RunAnalysis> analysis;

    ArchiveFindings(Supplier<RunAnalysis> analysis) {
        this.analysis = analysis;
    }

    void write(RunReader store, List<String> runIds, OutputStream out) throws IOException, LabException {
        RunAnalysis analyses = analysis.get();
        try (JsonGenerator to = MAPPER.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("format", "faasnetlab-findings");
            to.writeNumberField("schema_version", SCHEMA_VERSION);
            to.writeArrayFieldStart("runs");
            for (String id : runIds) {
                Optional<RunRow> run = store.run(id);
                if (run.isPresent()) {
                    write(store, run.get(), analyses, to);
                }
            }
            to.writeEndArray();
            to.writeEndObject();
            to.writeRaw('\n');
        }
    }

    private static void write(RunReader store, RunRow run, RunAnalysis analyses, JsonGenerator to)
            throws IOException, LabException {
        RunAnalysis.StoredTrials sequence = analyses.stored(store, run);
        List<TrialFindings> analyzed = new ArrayList<>();
        boolean whole = true;
        to.writeStartObject();
        to.writeStringField("run", run.id());
        to.writeArrayFieldStart("trials");
        for (TrialRow trial : store.trials(run.id())) {
            if (store.sums().count(run.id(), trial.index()) > MAX_INTERVALS) {
                to.writeNull();
                whole = false;
                continue;
            }
            TrialFindings findings = sequence.next(trial);
            to.writePOJO(FindingsJson.of(findings));
            analyzed.add(findings);
        }
        to.writeEndArray();
        if (whole) {
            List<FunctionRow> functions = store.functions(run.id());
            List<TrialSummary> summaries =
                    analyzed.stream().map(TrialFindings::summary).toList();
            write("cells", FindingsJson.cells(analyzed, functions, false), to);
            write(
                    "cold_starts",
                    ColdStarts.of(summaries, functions, false).stream()
                            .map(FindingsJson::of)
                            .toList(),
                    to);
        }
        to.writeEndObject();
    }

    private static void write(String name, List<? extends Map<String, ?>> all, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart(name);
        for (Map<String, ?> finding : all) {
            to.writePOJO(finding);
        }
        to.writeEndArray();
    }
}
