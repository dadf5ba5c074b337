package org.faasnetlab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.faasnetlab.export.ArchiveExport;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.importing.ArchiveImport;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;

/**
 * A run of ten million intervals, or of as many as the property {@code intervals} says: opened, summarized, exported, and
 * transferred to another store. Export and import are compared with what DuckDB alone does with the same rows, in
 * alternating pairs, because computers differ in speed.
 */
final class StoreAtScale implements Benchmark {
    private static final String RUN = "20261123-104210-huge";
    private static final int FUNCTIONS = 1_000;
    private static final int STEPS = 1_000;
    private static final int TRIALS = Math.max(1, Integer.getInteger("intervals", 10_000_000) / (FUNCTIONS * STEPS));
    private static final int PAIRS = TRIALS > 10 ? 1 : 3;
    private static final double LEAST_OF_COPY = 0.7;
    private static final int STEP_MICROS = 100_000;

    @Override
    public String name() {
        return "store-at-scale";
    }

    @Override
    public String description() {
        return "A run of " + TRIALS + " trials of 1,000 functions that report every 100 ms for 100 s: " + TRIALS
                + " million intervals.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        Path folder = Files.createTempDirectory("faasnetlab-scale");
        List<BenchmarkFigure> figures = new ArrayList<>();
        try {
            try (RunStore store = new DuckDbRunStore(folder.resolve("here"))) {
                double saved = seconds(() -> save(store));
                figures.add(BenchmarkFigure.forTheRecord(
                        "saved, million intervals/s", TRIALS * FUNCTIONS * STEPS / 1e6 / saved));
            }
            figures.add(BenchmarkFigure.atMost(
                    "opened, first chart ready, s", seconds(() -> opened(folder.resolve("here"))), 1));
            try (RunStore store = new DuckDbRunStore(folder.resolve("here"))) {
                figures.add(BenchmarkFigure.atMost(
                        "summary of all trials, s",
                        seconds(() -> ResultsProbe.summaries(store, RUN)),
                        TRIALS > 10 ? 2 : 0.5));
            }
            Path archive = folder.resolve("runs.faasnetlab.zip");
            figures.addAll(exported(folder));
            try (RunStore store = new DuckDbRunStore(folder.resolve("here"))) {
                double packed = seconds(() -> new ArchiveExport().write(store, List.of(RUN), archive));
                figures.add(BenchmarkFigure.forTheRecord("archive written, s", packed));
                figures.add(BenchmarkFigure.forTheRecord("its size, MB", Files.size(archive) / 1e6));
            }
            figures.addAll(imported(folder, archive));
            Path status = Path.of("/proc/self/status");
            if (Files.exists(status)) {
                figures.add(BenchmarkFigure.atMost("most memory of this process, MiB", mostMemory(status), 1_024));
            }
        } finally {
            BenchMain.delete(folder);
        }
        return figures;
    }

    private static List<BenchmarkFigure> exported(Path folder) throws Exception {
        List<Double> rates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Path csv = folder.resolve("run.csv");
        Path copied = folder.resolve("copied.csv");
        for (int pair = 0; pair < PAIRS; pair++) {
            double seconds;
            try (RunStore store = new DuckDbRunStore(folder.resolve("here"))) {
                seconds = seconds(
                        () -> new CsvExport().write(store, store.run(RUN).orElseThrow(), csv));
            }
            double rate = Files.size(csv) / 1e6 / seconds;
            double alone;
            try (DuckDb duckDb = DuckDb.open(folder.resolve("here/runs.duckdb"))) {
                alone = seconds(() -> duckDb.run(
                        "COPY intervals TO " + TableFile.literal(copied.toString()) + " (FORMAT csv, HEADER true)"));
            }
            rates.add(rate);
            ratios.add(rate / (Files.size(copied) / 1e6 / alone));
            Files.delete(csv);
            Files.delete(copied);
        }
        return List.of(
                BenchmarkFigure.atLeast("CSV export, MB/s", median(rates), 200),
                BenchmarkFigure.atLeast(
                        "CSV export relative to COPY of the table of intervals", median(ratios), LEAST_OF_COPY));
    }

    private static List<BenchmarkFigure> imported(Path folder, Path archive) throws Exception {
        List<Double> rates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Path csv = folder.resolve(TableFile.INTERVALS.file());
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(TableFile.INTERVALS.file()))) {
            Files.copy(in, csv);
        }
        long arrived = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Path there = folder.resolve("there");
            double seconds;
            try (RunStore other = new DuckDbRunStore(there)) {
                seconds = seconds(() -> new ArchiveImport().read(other.archive(), archive));
                arrived = intervals(other);
            }
            BenchMain.delete(there);
            double rate = unpacked(archive) / 1e6 / seconds;
            double alone;
            Path database = folder.resolve("copied.duckdb");
            try (DuckDb duckDb = DuckDb.open(database)) {
                duckDb.run(
                        "CREATE TABLE intervals (run INTEGER NOT NULL, trial INTEGER NOT NULL, worker INTEGER NOT NULL,"
                                + " offset_us BIGINT NOT NULL, duration_us BIGINT NOT NULL, bytes BIGINT NOT NULL,"
                                + " retransmits BIGINT)");
                alone = seconds(() -> duckDb.run(
                        "COPY intervals FROM " + TableFile.literal(csv.toString()) + " (FORMAT csv, HEADER true)"));
            }
            rates.add(rate);
            ratios.add(rate / (Files.size(csv) / 1e6 / alone));
            Files.delete(database);
        }
        return List.of(
                BenchmarkFigure.atLeast("import, MB/s of tables", median(rates), 50),
                BenchmarkFigure.atLeast("import relative to COPY of the intervals", median(ratios), LEAST_OF_COPY),
                BenchmarkFigure.within("intervals that arrived, million", arrived / 1e6, TRIALS, TRIALS));
    }

    /** A database with the settings of the run store, without the program. */
    private record DuckDb(Connection connection) implements AutoCloseable {
        static DuckDb open(Path file) throws SQLException {
            Properties settings = new Properties();
            settings.setProperty("memory_limit", "512MB");
            settings.setProperty("preserve_insertion_order", "false");
            return new DuckDb(DriverManager.getConnection("jdbc:duckdb:" + file, settings));
        }

        void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double mostMemory(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void opened(Path folder) throws Exception {
        try (RunStore store = new DuckDbRunStore(folder)) {
            ResultsProbe.firstChart(store);
        }
    }

    private static long intervals(RunStore store) throws Exception {
        long all = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            all += store.sums().count(RUN, trial);
        }
        return all;
    }

    private static long unpacked(Path archive) throws Exception {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }

    private static void save(RunStore store) throws Exception {
        Instant start = RunRowBuilder.STARTED;
        store.save(RunRowBuilder.run(RUN).from(start, Duration.ofSeconds(1_100)).row());
        for (int trial = 0; trial < TRIALS; trial++) {
            store.save(TrialRowBuilder.trial(RUN)
                    .index(trial)
                    .repetition(trial)
                    .functions(FUNCTIONS)
                    .seconds(STEPS / 10)
                    .link("625Mbit")
                    .t0(start.toEpochMilli() * 1000 + trial * 110_000_000L)
                    .row());
            save(store, trial);
        }
    }

    private static void save(RunStore store, int trial) throws Exception {
        for (int functionIndex = 0; functionIndex < FUNCTIONS; functionIndex++) {
            long bytes = 0;
            for (int step = 0; step < STEPS; step++) {
                bytes += bytes(functionIndex, step);
            }
            store.save(
                    RUN,
                    FunctionRowBuilder.function(functionIndex)
                            .trial(trial)
                            .ready("sandbox-" + functionIndex, trial == 0, 180_000)
                            .started(late(functionIndex))
                            .delivered((long) STEPS * STEP_MICROS, bytes)
                            .tcp(0, 32_768)
                            .cpu(350_000)
                            .row());
        }
        for (int step = 0; step < STEPS; step++) {
            List<StoredInterval> intervals = new ArrayList<>(FUNCTIONS);
            for (int functionIndex = 0; functionIndex < FUNCTIONS; functionIndex++) {
                intervals.add(new StoredInterval(
                        trial,
                        functionIndex,
                        new Interval(
                                late(functionIndex) + (long) step * STEP_MICROS,
                                STEP_MICROS,
                                bytes(functionIndex, step),
                                0L)));
            }
            store.append(RUN, intervals);
        }
    }

    private static long late(int functionIndex) {
        return functionIndex * 37L % 50_000;
    }

    private static long bytes(int functionIndex, int step) {
        return 7_800_000 + (functionIndex * 7_919L + step * 104_729L) % 100_000;
    }

    /** An operation whose duration is measured. */
    private interface Work {
        void go() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long before = System.nanoTime();
        work.go();
        return (System.nanoTime() - before) / 1e9;
    }
}
