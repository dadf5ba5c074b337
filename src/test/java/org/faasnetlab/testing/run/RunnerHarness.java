package org.faasnetlab.testing.run;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testing.store.InMemoryRunStore;

/** A runner with fake dependencies; runs proceed in virtual time on the test's thread. */
public final class RunnerHarness {
    public final VirtualClock time = new VirtualClock();
    public final FakeTestbed testbed = new FakeTestbed();
    public final FakeInvoker invoker = new FakeInvoker(time);
    public final InMemoryRunStore store = new InMemoryRunStore();
    public final LeadEstimator leads = new LeadEstimator(time);
    public final List<RunEvent> events = new ArrayList<>();
    public final Deque<Runnable> threads = new ArrayDeque<>();
    public RunListener also = event -> {};
    public ActiveRun active;
    public final ExperimentRunner runner = new ExperimentRunner(
            new ExperimentRunner.Services(
                    (endpoint, answers, maxFunctions) -> invoker,
                    store,
                    time,
                    leads,
                    () -> "run-1",
                    PRESETS,
                    Map.of("app", "1.0")),
            threads::add,
            () -> time);

    public RunRow run(String... settings) throws LabException, InterruptedException {
        start(settings);
        return finish();
    }

    public void start(String... settings) throws LabException, InterruptedException {
        active = runner.start(plan(settings), testbed, RunProgress.notifying(time, event -> {
            events.add(event);
            also.onEvent(event);
        }));
    }

    public RunRow resume(RunRow run) throws LabException, InterruptedException {
        active = runner.resume(run, testbed, RunProgress.notifying(time, events::add));
        return finish();
    }

    public RunRow finish() {
        threads.remove().run();
        return active.ended().toCompletableFuture().join();
    }

    public static ExperimentPlan plan(String... settings) throws LabException {
        ExperimentPlan single = PRESETS.byName("iperf3-single").plan();
        return SETTINGS.apply(SETTINGS.apply(single, List.of("seconds=1")), List.of(settings));
    }

    public <E extends RunEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
