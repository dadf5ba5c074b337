package org.faasnetlab.testing.cli;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.aws.AwsAccounts;
import org.faasnetlab.testing.run.RecordingLab;
import org.faasnetlab.testing.run.StubTestbed;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.PlainRuns;

/** A lab in which a run sends the events and has the result that the test sets. */
public final class ScriptedLab extends RecordingLab {
    public AwsAccounts aws;
    public final InMemoryRunStore store = new InMemoryRunStore();
    public final List<String> closed = new ArrayList<>();

    /** The result of the next run. */
    public RunData outcome = PlainRuns.completed("20261123-104210-k3f9");

    /** The events of a run before it finishes; by default only its start. */
    public Consumer<RunListener> story = listener -> {};

    /** Whether a run continues until it is cancelled. */
    public boolean endless;

    public ScriptedLab() {
        super(Path.of("work"));
    }

    @Override
    public InMemoryRunStore store() {
        return store;
    }

    @Override
    protected StubTestbed newTestbed() {
        return testbed(Testbed.THIS_COMPUTER, new TestbedLimits(1000, Duration.ofSeconds(1), Duration.ZERO));
    }

    /** A remote testbed. */
    public Testbed testbed(TestbedLimits limits) {
        return testbed("lab", limits);
    }

    private StubTestbed testbed(String name, TestbedLimits limits) {
        return new StubTestbed(name, limits, () -> closed.add("testbed"));
    }

    @Override
    protected ActiveRun begin(ExperimentPlan plan, RunListener listener) {
        listener.onEvent(new RunEvent.RunStarted(outcome.run(), plan.trials()));
        story.accept(listener);
        FakeRun run = new FakeRun();
        if (!endless) {
            run.end(outcome);
        }
        return run;
    }

    @Override
    protected void checkResumable(RunRow run) throws LabException {
        if (run.status() == RunStatus.COMPLETED) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT, "Nothing is left to measure.", "Measure again with a new run.");
        }
    }

    @Override
    protected ActiveRun resumeRun(RunRow run, RunListener listener) throws LabException {
        return begin(PRESETS.restore(run), listener);
    }

    @Override
    public AwsAccounts aws() {
        return aws;
    }

    @Override
    public void close() {
        closed.add("lab");
    }

    private final class FakeRun implements ActiveRun {
        private final CompletableFuture<RunRow> ended = new CompletableFuture<>();

        void end(RunData data) {
            store.add(data);
            ended.complete(data.run());
        }

        @Override
        public String id() {
            return outcome.run().id();
        }

        @Override
        public void cancel() {
            end(PlainRuns.without(id(), RunStatus.CANCELLED));
        }

        @Override
        public CompletionStage<RunRow> ended() {
            return ended;
        }
    }
}
