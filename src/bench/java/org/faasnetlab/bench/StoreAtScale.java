package org.faasnetlab.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.faasnetlab.export.ArchiveExport;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.importing.ArchiveImport;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;

/** A run of ten million intervals: opened, summarized, exported, and transferred to another store. */
final class StoreAtScale implements Benchmark {
    private static final String RUN = "20261123-104210-huge";
    private static final int TRIALS = 10;
    private static final int FUNCTIONS = 1_000;
    private static final int STEPS = 1_000;
    private static final int STEP_MICROS = 100_000;

    @Override
    public String name() {
        return "store-at-scale";
    }

    @Override
    public String description() {
        return "A run of 10 trials of 1,000 functions that report every 100 ms for 100 s: ten million intervals.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        Path folder = Files.createTempDirectory("faasnetlab-scale");
        List<BenchmarkFigure> figures = new ArrayList<>();
        try (RunStore store = new DuckDbRunStore(folder.resolve("here"))) {
            double saved = seconds(() -> save(store));
            figures.add(BenchmarkFigure.forTheRecord(
                    "saved, million intervals/s", TRIALS * FUNCTIONS * STEPS / 1e6 / saved));
        }
        figures.add(BenchmarkFigure.atMost(
                "opened, first chart ready, s", seconds(() -> opened(folder.resolve("here"))), 1));
        try (RunStore store = new DuckDbRunStore(folder.resolve("here"))) {
            figures.add(BenchmarkFigure.atMost(
                    "summary of all trials, s", seconds(() -> ResultsProbe.summaries(store, RUN)), 1));
            Path csv = folder.resolve("run.csv");
            double wrote =
                    seconds(() -> new CsvExport().write(store, store.run(RUN).orElseThrow(), csv));
            figures.add(atLeast("CSV export, MB/s", Files.size(csv) / 1e6 / wrote, 200));
            Files.delete(csv);
            Path archive = folder.resolve("runs.faasnetlab.zip");
            double packed = seconds(() -> new ArchiveExport().write(store, List.of(RUN), archive));
            figures.add(BenchmarkFigure.forTheRecord("archive written, s", packed));
            figures.add(BenchmarkFigure.forTheRecord("its size, MB", Files.size(archive) / 1e6));
            try (RunStore other = new DuckDbRunStore(folder.resolve("there"))) {
                double read = seconds(() -> new ArchiveImport().read(other.archive(), archive));
                figures.add(atLeast("import, MB/s of tables", unpacked(archive) / 1e6 / read, 50));
                figures.add(BenchmarkFigure.within(
                        "intervals that arrived, million",
                        intervals(other) / 1e6,
                        TRIALS * FUNCTIONS * STEPS / 1e6,
                        TRIALS * FUNCTIONS * STEPS / 1e6));
            }
        } finally {
            BenchMain.delete(folder);
        }
        return figures;
    }

    private static BenchmarkFigure atLeast(String name, double value, double least) {
        return new BenchmarkFigure(name, value, "at least " + least, value >= least);
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
