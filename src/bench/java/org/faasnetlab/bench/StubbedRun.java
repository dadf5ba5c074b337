package org.faasnetlab.bench;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;

/**
 * A run of {@link StreamingStubs} through runner, live model and store. The memory of the process is measured every 100 ms
 * until it is closed.
 */
final class StubbedRun implements AutoCloseable {
    private final Path folder = Files.createTempDirectory("faasnetlab-live");
    private final RunStore store = new DuckDbRunStore(folder);
    private final AtomicLong mostMemory = new AtomicLong();
    private final LiveLoad live = new LiveLoad();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();

    StubbedRun() throws Exception {
        pulse.scheduleAtFixedRate(
                () -> {
                    live.pulse();
                    mostMemory.accumulateAndGet(residentBytes(), Math::max);
                },
                100,
                100,
                TimeUnit.MILLISECONDS);
    }

    RunStore store() {
        return store;
    }

    double mostMebibytes() {
        return mostMemory.get() / 1048576.0;
    }

    /** Runs the plan to its end. */
    RunRow run(ExperimentPlan plan, StreamingStubs functions) throws Exception {
        Clock clock = Clock.systemUTC();
        try (ExperimentRunner runner = new ExperimentRunner(new ExperimentRunner.Services(
                (endpoint, answers, most) -> functions,
                store,
                clock,
                new LeadEstimator(clock),
                () -> "stubbed-run",
                PRESETS,
                Map.of("app", "bench")))) {
            return runner.start(plan, new StreamingStubs.NoTestbed(), live.progress())
                    .ended()
                    .toCompletableFuture()
                    .get(5, TimeUnit.MINUTES);
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

    @Override
    public void close() throws Exception {
        pulse.shutdownNow();
        store.close();
        BenchMain.delete(folder);
    }
}
