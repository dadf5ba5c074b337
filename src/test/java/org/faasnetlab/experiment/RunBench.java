package org.faasnetlab.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunRow;

/** A runner with everything around it faked; runs go in virtual time on the test's own thread. */
final class RunBench {
    final VirtualTime time = new VirtualTime();
    final FakeTestbed testbed = new FakeTestbed();
    final FakeInvoker invoker = new FakeInvoker(time);
    final MemoryStore store = new MemoryStore();
    final LeadEstimator leads = new LeadEstimator(time);
    final List<RunEvent> events = new ArrayList<>();
    final Deque<Runnable> threads = new ArrayDeque<>();
    RunListener also = event -> {};
    ActiveRun active;
    final ExperimentRunner runner = new ExperimentRunner(
            new RunServices((endpoint, answers, maxFunctions) -> invoker, store, time, leads, () -> "run-1", "1.0"),
            threads::add,
            () -> time);

    RunRow run(String... settings) throws LabException, InterruptedException {
        start(settings);
        return finish();
    }

    void start(String... settings) throws LabException, InterruptedException {
        active = runner.start(plan(settings), testbed, event -> {
            events.add(event);
            also.onEvent(event);
        });
    }

    RunRow resume(RunRow run) throws LabException, InterruptedException {
        active = runner.resume(run, testbed, events::add);
        return finish();
    }

    RunRow finish() {
        threads.remove().run();
        return active.ended().toCompletableFuture().join();
    }

    static ExperimentPlan plan(String... settings) throws LabException {
        ExperimentPlan single = Presets.named("iperf3-single").plan();
        return PlanEdits.apply(PlanEdits.apply(single, List.of("seconds=1")), List.of(settings));
    }

    <E extends RunEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
