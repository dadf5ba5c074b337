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
import java.util.function.Consumer;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.progress.RunProgress;
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
    private final RunProgress progress;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();

    /** With the work of the live screen, without drawing it. */
    static StubbedRun notDrawn() throws Exception {
        LiveLoad live = new LiveLoad();
        return new StubbedRun(live.progress(), live::pulse);
    }

    /** @param eachTenth what else is done every 100 ms */
    StubbedRun(RunProgress progress, Runnable eachTenth) throws Exception {
        this.progress = progress;
        pulse.scheduleAtFixedRate(
                () -> {
                    eachTenth.run();
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
        return run(plan, functions, started -> {});
    }

    /** @param whenStarted receives the run when it has been started */
    RunRow run(ExperimentPlan plan, StreamingStubs functions, Consumer<ActiveRun> whenStarted) throws Exception {
        Clock clock = Clock.systemUTC();
        try (ExperimentRunner runner = new ExperimentRunner(new ExperimentRunner.Services(
                (endpoint, answers, most) -> functions,
                store,
                clock,
                new LeadEstimator(clock),
                () -> "stubbed-run",
                PRESETS,
                Map.of("app", "bench")))) {
            ActiveRun run = runner.start(plan, new StreamingStubs.NoTestbed(), progress);
            whenStarted.accept(run);
            return run.ended().toCompletableFuture().get(5, TimeUnit.MINUTES);
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
