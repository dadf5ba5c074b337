package org.faasnetlab.bench;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.statistics.descriptive.Median;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;

/** The program under measurement: the parts that the window and the command line use. */
final class BenchmarkLab {
    private final Lab lab;
    private final Testbed testbed;
    private final Path home;

    /** @param home the built program */
    BenchmarkLab(Lab lab, Testbed testbed, Path home) {
        this.lab = lab;
        this.testbed = testbed;
        this.home = home;
    }

    Testbed testbed() {
        return testbed;
    }

    Path home() {
        return home;
    }

    Lab lab() {
        return lab;
    }

    /** The plan of a preset with settings such as {@code functions=16}. */
    static ExperimentPlan plan(String preset, String... settings) throws Exception {
        return SETTINGS.apply(PRESETS.byName(preset).plan(), List.of(settings));
    }

    /** Runs a plan to its end and reads it back from the store; an incomplete run aborts the benchmark. */
    RunData run(ExperimentPlan plan) throws Exception {
        return run(plan, event -> {});
    }

    RunData run(ExperimentPlan plan, RunListener listener) throws Exception {
        ActiveRun run = lab.runs().start(plan, testbed, RunProgress.notifying(Clock.systemUTC(), listener));
        RunRow ended = run.ended().toCompletableFuture().get(10, TimeUnit.MINUTES);
        if (ended.status() != RunStatus.COMPLETED) {
            throw new IllegalStateException("run " + ended.id() + " is " + ended.status() + ": " + ended.message());
        }
        return lab.store().load(ended.id()).orElseThrow();
    }

    static double median(List<Double> values) {
        return Median.withDefaults()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
