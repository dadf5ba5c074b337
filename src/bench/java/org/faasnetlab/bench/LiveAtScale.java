package org.faasnetlab.bench;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;

/** 1,000 functions that report every 100 ms for a minute, with the live model and the store behind them. */
final class LiveAtScale implements Benchmark {
    private static final int FUNCTIONS = 1_000;
    private static final int SECONDS = 60;

    @Override
    public String name() {
        return "live-at-scale";
    }

    @Override
    public String description() {
        return "1,000 stub functions report every 100 ms for 60 s: 600,000 intervals through runner, live model and store.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        Path folder = Files.createTempDirectory("faasnetlab-live");
        Clock clock = Clock.systemUTC();
        LiveLoad live = new LiveLoad();
        AtomicLong mostMemory = new AtomicLong();
        ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
        try (RunStore store = new DuckDbRunStore(folder);
                ExperimentRunner runner = new ExperimentRunner(new ExperimentRunner.Services(
                        (endpoint, answers, most) -> new StreamingStubs(SECONDS),
                        store,
                        clock,
                        new LeadEstimator(clock),
                        () -> "live-at-scale",
                        PRESETS,
                        Map.of("app", "bench")))) {
            pulse.scheduleAtFixedRate(
                    () -> {
                        live.pulse();
                        mostMemory.accumulateAndGet(residentBytes(), Math::max);
                    },
                    100,
                    100,
                    TimeUnit.MILLISECONDS);
            RunRow ended = runner.start(
                            BenchmarkLab.plan("iperf3-concurrent", "functions=" + FUNCTIONS, "seconds=" + SECONDS),
                            new StreamingStubs.NoTestbed(),
                            live.progress())
                    .ended()
                    .toCompletableFuture()
                    .get(5, TimeUnit.MINUTES);
            return List.of(
                    BenchmarkFigure.within(
                            "intervals kept",
                            store.sums().count(ended.id(), 0),
                            FUNCTIONS * SECONDS * 10,
                            FUNCTIONS * SECONDS * 10),
                    BenchmarkFigure.atMost("memory of the process, MiB", mostMemory.get() / 1048576.0, 1024));
        } finally {
            pulse.shutdownNow();
            BenchMain.delete(folder);
        }
    }

    /** Resident memory of the process if the system reports it; else the memory that Java has allocated. */
    private static long residentBytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Runtime.getRuntime().totalMemory();
        }
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
