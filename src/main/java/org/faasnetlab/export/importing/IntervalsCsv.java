package org.faasnetlab.export.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.faasnetlab.format.PrintableText;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.NetworkKind;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.Workloads;
import org.faasnetlab.workload.imported.ImportedTransfer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of intervals: the one that this program exports, or one with no more than the offset, the duration and
 * the bytes of each interval. What further columns do not state is unknown: memory size, protocol, conditions.
 */
final class IntervalsCsv {
    private static final int MAX_FUNCTIONS = 10_000;
    private static final int MAX_TRIALS = 100_000;
    private static final int MAX_SECONDS = 86_400;
    private static final long MICROS = 1_000_000;
    private static final String UNKNOWN = "unknown";

    private final ImportSource source;
    private final Map<String, OpenTrial> trials = new LinkedHashMap<>();
    private @Nullable String run;
    private boolean simulated;
    private boolean anyDirection;
    private boolean anyStreams;
    private boolean anyNetwork;
    private long functionCount;

    IntervalsCsv(ImportSource source) {
        this.source = source;
    }

    /** Writes the intervals to the tables and returns the run to which they belong. */
    ImportedRun read(InputStream in, TableWriter tables, int key) throws IOException, BadFileException {
        CsvLines lines = new CsvLines(in);
        List<String> header = lines.header();
        CsvColumns columns = new CsvColumns(header, lines);
        for (List<String> row = lines.next(); row != null; row = lines.next()) {
            columns.checkWidth(row);
            checkRun(columns, row, lines);
            OpenTrial trial = trial(columns, row, lines);
            OpenFunction function = trial.function(columns, row, lines);
            Interval interval = new Interval(
                    columns.offset(row),
                    columns.duration(row),
                    columns.whole(row, "bytes", 0, CsvColumns.MAX_COUNT),
                    columns.wholeOrNull(row, "retransmits", 0, CsvColumns.MAX_COUNT));
            function.add(interval, lines, columns.has(columns.functionName()));
            tables.interval(key, new StoredInterval(trial.index, function.index, interval));
        }
        if (trials.isEmpty()) {
            throw new BadFileException(lines.place(), "the table has no rows");
        }
        return run();
    }

    private void checkRun(CsvColumns columns, List<String> row, CsvLines lines) throws BadFileException {
        String own = columns.text(row, "run");
        if (run == null) {
            run = own;
        } else if (!run.equals(own)) {
            throw new BadFileException(
                    lines.place(),
                    "a second run in the same table; import the rows of each run as a file of their own");
        }
    }

    private OpenTrial trial(CsvColumns columns, List<String> row, CsvLines lines) throws BadFileException {
        String number = columns.text(row, "trial");
        OpenTrial known = trials.get(number);
        if (known != null) {
            return known;
        }
        if (trials.size() == MAX_TRIALS) {
            throw new BadFileException(lines.place(), "more than " + MAX_TRIALS + " trials");
        }
        OpenTrial opened = new OpenTrial(trials.size(), columns, row);
        trials.put(number, opened);
        return opened;
    }

    private ImportedRun run() throws BadFileException {
        List<TrialRow> rows = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        Map<Cell, Integer> repetitions = new HashMap<>();
        long longest = 0;
        for (OpenTrial trial : trials.values()) {
            Cell cell = trial.cell();
            rows.add(new TrialRow(
                    "", trial.index, repetitions.merge(cell, 1, Integer::sum) - 1, RunStatus.COMPLETED, cell, null));
            trial.functions.values().forEach(function -> functions.add(function.row(trial.index)));
            longest = Math.max(longest, trial.end());
        }
        return new ImportedRun(
                source.name().replaceFirst("\\.[^.]{1,5}$", ""),
                source.changedAt(),
                source.changedAt().plus(Duration.ofSeconds(longest / MICROS)),
                simulated,
                environment(),
                rows,
                functions,
                List.of());
    }

    private SortedMap<String, String> environment() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("imported from", source.name());
        facts.put("imported at", source.importedAt().toString());
        facts.put("imported format", "CSV table of intervals");
        facts.put("time of measurement", "unknown; shown is when the file was last changed");
        facts.put("totals of functions", "sums of their intervals");
        if (!anyDirection) {
            facts.put(
                    "direction",
                    RunRow.NOT_STATED + "; taken as " + source.direction().id());
        }
        if (!anyStreams) {
            facts.put("streams", RunRow.NOT_STATED + "; taken as 1");
        }
        if (!anyNetwork) {
            facts.put("network", RunRow.NOT_STATED + "; links are taken as unlimited");
        }
        if (run != null && !run.isEmpty()) {
            facts.put("imported run", PrintableText.line(run, 200));
        }
        return facts;
    }

    /** A trial while its rows are read; its properties are those of its first row. */
    private final class OpenTrial {
        private final int index;
        private final @Nullable Long functionsStated;
        private final String transfer;
        private final int memoryMb;
        private final int streams;
        private final @Nullable Long objectBytes;
        private final NetworkSettings network;
        private final Map<String, OpenFunction> functions = new LinkedHashMap<>();

        OpenTrial(int index, CsvColumns columns, List<String> row) throws BadFileException {
            this.index = index;
            functionsStated = columns.wholeOrNull(row, "functions", 1, MAX_FUNCTIONS);
            transfer = columns.text(row, "transfer");
            memoryMb = (int) (long) Objects.requireNonNullElse(columns.wholeOrNull(row, "memory_mb", 0, 1_000_000), 0L);
            streams =
                    (int) (long) Objects.requireNonNullElse(columns.wholeOrNull(row, "streams", 1, MAX_FUNCTIONS), 1L);
            objectBytes = columns.wholeOrNull(row, "object_bytes", 1, CsvColumns.MAX_COUNT);
            network = network(columns, row);
            String kind = columns.text(row, "network");
            simulated |= network.simulated() || kind.equals(NetworkKind.SIMULATED.id());
            anyStreams |= !columns.text(row, "streams").isEmpty();
            anyNetwork |=
                    !columns.text(row, "link").isEmpty() || (!kind.isEmpty() && !kind.equals(NetworkKind.UNKNOWN.id()));
        }

        private NetworkSettings network(CsvColumns columns, List<String> row) throws BadFileException {
            String link = columns.text(row, "link");
            String hostLink = columns.text(row, "host_link");
            long hosts = Objects.requireNonNullElse(columns.wholeOrNull(row, "hosts", 1, MAX_FUNCTIONS), 1L);
            try {
                return NetworkSettings.parse(
                        link.isEmpty() ? "unlimited" : link, (int) hosts, hostLink.isEmpty() ? "unlimited" : hostLink);
            } catch (IllegalArgumentException e) {
                throw columns.invalid("link", link, "expected a link such as 625Mbit or unlimited");
            }
        }

        OpenFunction function(CsvColumns columns, List<String> row, CsvLines at) throws BadFileException {
            String name = columns.text(row, columns.functionName());
            OpenFunction known = functions.get(name);
            Direction direction = direction(columns, row);
            if (known != null) {
                if (known.direction != direction) {
                    throw columns.invalid("direction", direction.id(), "expected that of the function's earlier rows");
                }
                return known;
            }
            if (++functionCount > MAX_FUNCTIONS * 10L || functions.size() == MAX_FUNCTIONS) {
                throw new BadFileException(at.place(), "more functions than can be imported");
            }
            int number = functionsStated == null
                    ? functions.size()
                    : (int) columns.whole(row, columns.functionName(), 0, functionsStated - 1);
            OpenFunction opened = new OpenFunction(number, direction);
            functions.put(name, opened);
            return opened;
        }

        private Direction direction(CsvColumns columns, List<String> row) throws BadFileException {
            String text = columns.text(row, "direction");
            if (text.isEmpty() || text.equals(RunRow.UNKNOWN)) {
                return source.direction();
            }
            anyDirection = true;
            return Stream.of(Direction.DOWNLOAD, Direction.UPLOAD)
                    .filter(direction -> direction.id().equals(text))
                    .findFirst()
                    .orElseThrow(() -> columns.invalid("direction", text, "expected download or upload"));
        }

        long end() {
            return functions.values().stream()
                    .mapToLong(function -> function.end)
                    .max()
                    .orElse(0);
        }

        Cell cell() throws BadFileException {
            List<Direction> directions = functions.values().stream()
                    .map(function -> function.direction)
                    .distinct()
                    .toList();
            int count = functionsStated == null ? functions.size() : (int) (long) functionsStated;
            Direction direction = directions.size() > 1 ? Direction.BOTH : directions.get(0);
            try {
                Cell cell = new Cell(memoryMb, count, workload(direction), network);
                if (functions.values().stream()
                        .allMatch(function -> cell.directionOf(function.index) == function.direction)) {
                    return cell;
                }
            } catch (IllegalArgumentException e) {
                throw badTrial(String.valueOf(e.getMessage()), e);
            }
            throw badTrial(
                    "in a trial with both directions, the first half of the functions downloads and the other half"
                            + " uploads; state their number in the column functions",
                    null);
        }

        private BadFileException badTrial(String reason, @Nullable Throwable cause) {
            BadFileException bad = new BadFileException("trial " + (index + 1), reason);
            if (cause != null) {
                bad.initCause(cause);
            }
            return bad;
        }

        private Workload workload(Direction direction) {
            long start = functions.values().stream()
                    .mapToLong(function -> function.start)
                    .min()
                    .orElse(0);
            int seconds = (int) Math.min(MAX_SECONDS, Math.max(1, Math.round((end() - start) / (double) MICROS)));
            if (transfer.isEmpty()) {
                return new ImportedTransfer(direction, seconds, streams, UNKNOWN);
            }
            return Workloads.builtIn()
                    .withImported()
                    .of(transfer)
                    .restore(new WorkloadRecord(direction, streams, seconds, objectBytes, new TreeMap<>()));
        }
    }

    /** The totals of a function while its rows are read. */
    private static final class OpenFunction {
        private final int index;
        private final Direction direction;
        private long start = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;
        private final CoveredTime covered = new CoveredTime();
        private long bytes;
        private long retransmits;
        private boolean retransmitsKnown;

        OpenFunction(int index, Direction direction) {
            this.index = index;
            this.direction = direction;
        }

        void add(Interval interval, CsvLines lines, boolean named) throws BadFileException {
            String overlapping = covered.add(interval, lines.number());
            if (overlapping != null) {
                throw new BadFileException(
                        lines.place(),
                        "the interval overlaps that of " + overlapping + ", which is of the same function; "
                                + (named
                                        ? "the intervals of a function follow each other, and those of several trials"
                                                + " need a column trial"
                                        : "a table of several functions needs a column function, and one of several"
                                                + " trials a column trial"));
            }
            start = Math.min(start, interval.offsetMicros());
            end = Math.max(end, interval.endMicros());
            bytes += interval.bytes();
            Long own = interval.retransmits();
            if (own != null) {
                retransmits += own;
                retransmitsKnown = true;
            }
            if (bytes > CsvColumns.MAX_COUNT || retransmits > CsvColumns.MAX_COUNT) {
                throw new BadFileException(
                        lines.place(), "the sum of the function's intervals is more than " + CsvColumns.MAX_COUNT);
            }
        }

        private MetricValues metrics() {
            Map<String, Double> metrics = new HashMap<>();
            if (retransmitsKnown) {
                metrics.put(Metrics.RETRANSMITS.id(), (double) retransmits);
            }
            if (covered.missingMicros() > 0) {
                metrics.put(Metrics.MISSING_TIME.id(), (double) covered.missingMicros());
            }
            return MetricValues.of(metrics);
        }

        FunctionRow row(int trial) {
            return new FunctionRow(
                    trial, index, 0, null, null, null, start, end - start, null, bytes, metrics(), null, null);
        }
    }
}
