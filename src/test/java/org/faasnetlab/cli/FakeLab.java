package org.faasnetlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.KeptPlan;
import org.faasnetlab.experiment.NotResumableException;
import org.faasnetlab.experiment.RecordingLab;
import org.faasnetlab.experiment.RunEvent;
import org.faasnetlab.experiment.RunListener;
import org.faasnetlab.store.PlainRuns;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.IdleTestbed;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.aws.testbeds.AwsAccounts;

/** A lab in which a run tells its listener what the test wants and ends as the test wants. */
final class FakeLab extends RecordingLab {
    AwsAccounts aws;
    final FakeStore store = new FakeStore();
    final List<String> closed = new ArrayList<>();

    /** What the next run comes to. */
    RunData outcome = PlainRuns.completed("20261123-104210-k3f9");

    /** What a run tells before it ends; by default that it started. */
    Consumer<RunListener> story = listener -> {};

    /** Whether a run goes on until it is cancelled. */
    boolean endless;

    FakeLab() {
        super(Path.of("work"));
    }

    @Override
    public FakeStore store() {
        return store;
    }

    @Override
    protected IdleTestbed newTestbed() {
        return testbed(Testbed.THIS_COMPUTER, new TestbedLimits(1000, Duration.ofSeconds(1), Duration.ZERO));
    }

    /** A testbed elsewhere. */
    Testbed testbed(TestbedLimits limits) {
        return testbed("lab", limits);
    }

    private IdleTestbed testbed(String name, TestbedLimits limits) {
        return new IdleTestbed(name, limits, () -> closed.add("testbed"));
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
    protected void checkResumable(RunRow run) throws NotResumableException {
        if (run.status() == RunStatus.COMPLETED) {
            throw new NotResumableException("Nothing is left to measure.", "Measure again with a new run.");
        }
    }

    @Override
    protected ActiveRun goOn(RunRow run, RunListener listener) throws LabException {
        return begin(KeptPlan.of(run), listener);
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
            store.kept.removeIf(one -> one.run().id().equals(id()));
            store.kept.add(data);
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
