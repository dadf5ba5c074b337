package org.faasnetlab.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.NetworkKind;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunReader.IntervalConsumer;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as three tables, RFC 4180 in UTF-8: one row for each interval, and beside it one row for each function
 * and one for each trial with what was observed beside its functions.
 * Times are after T0. A name of a column ends with its unit. What is not known is empty. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
public final class CsvExport {
    private static final String[] CELL = {
        "transfer",
        "memory_mb",
        "functions",
        "streams",
        "object_bytes",
        "link",
        "hosts",
        "host_link",
        "repetition",
        "network"
    };
    /** After the columns of the cell, so that the others stay where they are. */
    private static final String[] VALIDITY = {"valid", "invalid_reasons"};

    private static final String[] INTERVAL = {
        "run", "trial", "function", "direction", "start_s", "duration_s", "bytes", "bit_per_s", "retransmits"
    };
    private static final String[] TRIAL = {
        "run",
        "trial",
        "direction",
        "seconds",
        "status",
        "t0_epoch_us",
        "lead_ms",
        "computer_busy_median",
        "computer_busy_most",
        "computer_busy_samples",
        "server_busy",
        "server_disk_busy",
        "server_limit_bit_per_s",
        "function_cap_bit_per_s",
        "inside_vpc"
    };
    private static final String[] FUNCTION = {
        "run",
        "trial",
        "function",
        "direction",
        "host",
        "sandbox",
        "cold",
        "ready_ms",
        "start_s",
        "duration_s",
        "sender_bytes",
        "receiver_bytes",
        "bit_per_s",
        "retransmits",
        "mss",
        "first_byte_ms",
        "cpu_ms",
        "status",
        "failure",
        "message"
    };

    /** Of a trial beside which nothing was recorded. */
    private static final EvidenceRow NO_EVIDENCE =
            new EvidenceRow(-1, null, null, null, null, null, null, null, null, null);

    /** Gives the intervals of a trial one after the other, in order of function and start. */
    private interface IntervalSource {
        void forEach(int trial, IntervalConsumer<IOException> consumer) throws IOException, LabException;
    }

    /**
     * Writes the tables of a run in memory.
     *
     * @param file of the intervals; the functions go to {@link #functionsFile}, the trials to {@link #trialsFile}
     * @return the files that were written
     */
    public List<Path> write(RunData run, Path file) throws LabException {
        Map<Integer, List<StoredInterval>> byTrial =
                run.intervals().stream().collect(Collectors.groupingBy(StoredInterval::trial));
        return write(
                run,
                (trial, consumer) -> {
                    for (StoredInterval interval : byTrial.getOrDefault(trial, List.of())) {
                        consumer.accept(interval);
                    }
                },
                file);
    }

    /** Writes the tables straight from the store, so that a large run needs no more memory than a small one. */
    public List<Path> write(RunReader store, RunRow run, Path file) throws LabException {
        RunData withoutIntervals = new RunData(
                run, store.trials(run.id()), store.functions(run.id()), List.of(), store.evidence(run.id()));
        return write(withoutIntervals, (trial, consumer) -> store.eachInterval(run.id(), trial, consumer), file);
    }

    /** {@code out.functions.csv} for {@code out.csv}. */
    public static Path functionsFile(Path file) {
        return beside(file, ".functions");
    }

    /** {@code out.trials.csv} for {@code out.csv}. */
    public static Path trialsFile(Path file) {
        return beside(file, ".trials");
    }

    /** The file name with a part before its extension. */
    static Path beside(Path file, String part) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot <= 0 ? name + part : name.substring(0, dot) + part + name.substring(dot));
    }

    /** @param run without intervals */
    private static List<Path> write(RunData run, IntervalSource intervals, Path file) throws LabException {
        AtomicFileWriter.requireNoLinks(List.of(functionsFile(file), trialsFile(file)));
        AtomicFileWriter.write(Map.of(
                file,
                out -> intervals(run, intervals, out),
                functionsFile(file),
                out -> functions(run, out),
                trialsFile(file),
                out -> trials(run, out)));
        return List.of(file, functionsFile(file), trialsFile(file));
    }

    private static void intervals(RunData run, IntervalSource source, OutputStream out)
            throws IOException, LabException {
        List<Metric> further = RunMetrics.furtherOfIntervals(run.trials());
        new Table(out, INTERVAL, new String[0], further).printer.flush();
        IntervalRowWriter rows = new IntervalRowWriter(out, further);
        boolean unknown = run.run().isNotStated("direction");
        for (TrialRow trial : run.trials()) {
            rows.beginTrial(
                    cells(run.run().id(), String.valueOf(trial.index() + 1)) + ",",
                    unknown ? functionIndex -> null : trial::directionOf,
                    cell(run, trial));
            source.forEach(trial.index(), interval -> rows.put(interval.functionIndex(), interval.interval()));
        }
        rows.flush();
    }

    /** The columns that say which cell of which run a row belongs to. */
    private static String cell(RunData run, TrialRow trial) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (Table table = new Table(text)) {
            table.putCell(run, trial);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String cells(String... values) throws IOException {
        return CSVFormat.RFC4180.format((Object[]) values);
    }

    private static void trials(RunData run, OutputStream out) throws IOException {
        Map<Integer, EvidenceRow> evidence =
                run.evidence().stream().collect(Collectors.toMap(EvidenceRow::trial, Function.identity()));
        Map<Integer, List<FunctionRow>> functions =
                run.functions().stream().collect(Collectors.groupingBy(FunctionRow::trial));
        try (Table table = new Table(out, TRIAL, VALIDITY, List.of())) {
            for (TrialRow trial : run.trials()) {
                table.put(run.run().id());
                table.put(trial.index() + 1);
                table.put(run.run().directionId(trial.direction()));
                table.put(trial.workload().measuredSeconds());
                table.put(trial.status().id());
                table.put(trial.t0EpochMicros());
                table.put(evidence.getOrDefault(trial.index(), NO_EVIDENCE));
                table.putCell(run, trial);
                table.put(Validity.of(
                        trial, functions.getOrDefault(trial.index(), List.of()), evidence.get(trial.index())));
                table.endRow();
            }
        }
    }

    private static void functions(RunData run, OutputStream out) throws IOException {
        Map<Integer, TrialRow> trials =
                run.trials().stream().collect(Collectors.toMap(TrialRow::index, Function.identity()));
        List<Metric> further = RunMetrics.furtherOfFunctions(run.trials());
        try (Table table = new Table(out, FUNCTION, VALIDITY, further)) {
            for (FunctionRow function : run.functions()) {
                TrialRow trial = trials.get(function.trial());
                if (trial == null) {
                    throw new IllegalArgumentException("the run has no trial " + function.trial());
                }
                table.put(run.run().id());
                table.put(function.trial() + 1);
                table.put(function.functionIndex());
                table.put(run.run().directionId(trial.directionOf(function.functionIndex())));
                table.put(function.host());
                table.put(function.sandboxId());
                table.put(function.cold());
                table.put(ExportValues.millis(function.readyMicros()));
                table.put(ExportValues.seconds(function.startOffsetMicros()));
                table.put(ExportValues.seconds(function.durationMicros()));
                table.put(function.senderBytes());
                table.put(function.receiverBytes());
                table.put(ExportValues.bitsPerSecond(function.bandwidth()));
                for (Metric metric : Metrics.OF_EVERY_FUNCTION) {
                    table.put(ExportValues.metric(metric, function.value(metric)));
                }
                table.put(function.end().id());
                table.put(function.failure() == null ? null : function.failure().id());
                table.put(function.failureMessage());
                table.putCell(run, trial);
                table.put(Validity.of(function, trial));
                for (Metric metric : further) {
                    table.put(ExportValues.metric(metric, function.value(metric)));
                }
                table.endRow();
            }
        }
    }

    /** The text, with an apostrophe in front if a spreadsheet would run it as a formula. */
    static String escapeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A table under way. */
    private static final class Table implements AutoCloseable {
        private final CSVPrinter printer;

        /** A part of a table without headings. */
        Table(OutputStream out) throws IOException {
            printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        }

        /** @param further metrics whose columns come last, so that the others stay where they are */
        Table(OutputStream out, String[] columns, String[] last, List<Metric> further) throws IOException {
            this(out);
            for (String column : columns) {
                printer.print(column);
            }
            for (String column : CELL) {
                printer.print(column);
            }
            for (String column : last) {
                printer.print(column);
            }
            for (Metric metric : further) {
                printer.print(metric.column());
            }
            printer.println();
        }

        void put(@Nullable Number value) throws IOException {
            printer.print(value instanceof BigDecimal decimal ? decimal.toPlainString() : value);
        }

        void put(@Nullable Boolean value) throws IOException {
            printer.print(value);
        }

        void put(@Nullable String text) throws IOException {
            printer.print(text == null ? null : escapeFormula(text));
        }

        void put(Validity validity) throws IOException {
            put(validity.isValid());
            put(validity.ids());
        }

        /** What was observed beside the functions of a trial. */
        void put(EvidenceRow evidence) throws IOException {
            put(ExportValues.millis(evidence.leadMicros()));
            put(ExportValues.share(evidence.computerBusy()));
            put(ExportValues.share(evidence.computerBusyMost()));
            put(evidence.computerSamples());
            put(ExportValues.share(evidence.serverBusy()));
            put(ExportValues.share(evidence.serverDiskBusy()));
            put(ExportValues.bitsPerSecond(evidence.serverLimit()));
            put(ExportValues.bitsPerSecond(evidence.functionCap()));
            put(evidence.insideVpc());
        }

        /** The columns that say which cell of which run the row belongs to. */
        void putCell(RunData run, TrialRow trial) throws IOException {
            put(trial.workload().type().id());
            put(trial.memoryMb() == 0 ? null : (Number) trial.memoryMb());
            put(trial.functions());
            put(
                    run.run().isNotStated("streams")
                            ? null
                            : (Number) trial.workload().parallelism());
            put(trial.workload().toRecord().objectBytes());
            // Links of an imported file that states none are unknown, and not those of a network without limits.
            boolean known = run.run().networkKind() != NetworkKind.UNKNOWN;
            put(known ? trial.network().link().toSetting() : null);
            put(known ? (Number) trial.network().hosts() : null);
            put(known ? trial.network().hostLinkSetting() : null);
            put(trial.repetition());
            put(run.run().networkKind().id());
        }

        void endRow() throws IOException {
            printer.println();
        }

        @Override
        public void close() throws IOException {
            printer.close();
        }
    }
}
