package org.faasnetlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.KeptPlan;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.RunEvent;
import org.faasnetlab.experiment.RunListener;
import org.faasnetlab.experiment.RunResumer;
import org.faasnetlab.experiment.RunStarter;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.aws.testbeds.AwsAccounts;
import org.faasnetlab.testbed.local.LocalTestbedSettings;

/** A lab in which a run tells its listener what the test wants and ends as the test wants. */
final class FakeLab implements Lab {
    AwsAccounts aws;
    final FakeStore store = new FakeStore();
    final List<ExperimentPlan> started = new ArrayList<>();
    final List<String> resumed = new ArrayList<>();
    final List<LocalTestbedSettings> testbeds = new ArrayList<>();
    final List<String> closed = new ArrayList<>();

    /** What the next run comes to. */
    RunData outcome = SampleRuns.completed("20261123-104210-k3f9");

    /** What a run tells before it ends; by default that it started. */
    Consumer<RunListener> story = listener -> {};

    /** Whether a run goes on until it is cancelled. */
    boolean endless;

    LabException testbedFailure;

    @Override
    public FakeStore store() {
        return store;
    }

    @Override
    public LocalTestbedSettings localDefaults() {
        return LocalTestbedSettings.defaults(Path.of("work"));
    }

    @Override
    public Testbed startLocalTestbed(LocalTestbedSettings settings) throws LabException {
        if (testbedFailure != null) {
            throw testbedFailure;
        }
        testbeds.add(settings);
        return new FakeTestbed("This computer", new TestbedLimits(1000, Duration.ofSeconds(1), Duration.ZERO));
    }

    @Override
    public RunStarter runs() {
        return (plan, testbed, listener) -> {
            started.add(plan);
            listener.onEvent(new RunEvent.RunStarted(outcome.run(), plan.trials()));
            story.accept(listener);
            FakeRun run = new FakeRun();
            if (!endless) {
                run.end(outcome);
            }
            return run;
        };
    }

    @Override
    public RunResumer resumes() {
        return (run, testbed, listener) -> {
            resumed.add(run.id());
            return runs().start(KeptPlan.of(run), testbed, listener);
        };
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
            end(SampleRuns.without(id(), RunStatus.CANCELLED));
        }

        @Override
        public CompletionStage<RunRow> ended() {
            return ended;
        }
    }

    /** A testbed elsewhere. */
    Testbed testbed(TestbedLimits limits) {
        return new FakeTestbed("lab", limits);
    }

    private final class FakeTestbed implements Testbed {
        private final String name;
        private final TestbedLimits limits;

        FakeTestbed(String name, TestbedLimits limits) {
            this.name = name;
            this.limits = limits;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ServiceEndpoint lambda() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionRef function(int memoryMb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TestbedLimits limits() {
            return limits;
        }

        @Override
        public SortedMap<String, String> environment() {
            return new TreeMap<>();
        }

        @Override
        public PreparedTrial prepare(TrialSpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stopFunctions() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed.add("testbed");
        }
    }
}
