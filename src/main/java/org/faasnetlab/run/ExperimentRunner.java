package org.faasnetlab.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.run.trial.RunMessageQueue;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs experiments, one at a time, each on its own thread. */
public final class ExperimentRunner implements RunService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExperimentRunner.class);
    private static final Duration WAIT_AT_CLOSE = Duration.ofSeconds(10);

    /**
     * Services shared by all runs of this process.
     *
     * @param leads estimator shared by all runs, so that a run benefits from earlier ones
     * @param ids generates the id of each run, see {@link RunIdGenerator}
     * @param app facts about this program, stored with each run: its version and the commit from which it was built
     */
    public record Services(
            InvokerFactory invokers,
            RunStore store,
            Clock clock,
            LeadEstimator leads,
            Supplier<String> ids,
            Presets presets,
            Map<String, String> app) {}

    private final Services services;
    private final Executor threads;
    private final Supplier<RunMessageQueue> inboxes;
    private final AtomicReference<@Nullable RunExecution> active = new AtomicReference<>();

    public ExperimentRunner(Services services) {
        this(services, ExperimentRunner::startThread, () -> RunMessageQueue.ofClock(services.clock()));
    }

    public ExperimentRunner(Services services, Executor threads, Supplier<RunMessageQueue> inboxes) {
        this.services = services;
        this.threads = threads;
        this.inboxes = inboxes;
    }

    /**
     * {@inheritDoc}
     *
     * @throws LabException if another run is active
     * @throws InvalidPlanException if the plan is too large for the testbed, or for any
     */
    @Override
    public ActiveRun start(ExperimentPlan plan, Testbed testbed, RunProgress progress)
            throws LabException, InterruptedException {
        PlanEstimate.of(plan);
        refuseTooManyFunctions(plan, testbed);
        RunRow row = newRow(plan, testbed);
        return begin(RunExecution.Work.ofNewRun(row, plan), testbed, progress);
    }

    private RunRow newRow(ExperimentPlan plan, Testbed testbed) {
        return new RunRow(
                services.ids().get(),
                services.clock().instant(),
                null,
                RunStatus.RUNNING,
                plan.preset(),
                services.presets().runTitle(plan),
                testbed.name(),
                testbed.kind(),
                plan.network().simulated(),
                Setting.of(plan),
                new TreeMap<>(),
                null);
    }

    @Override
    public void requireResumable(RunRow run) throws LabException {
        restOf(run);
    }

    /**
     * {@inheritDoc}
     *
     * @throws LabException if another run is active
     * @throws InvalidPlanException if the plan is too large for the testbed
     */
    @Override
    public ActiveRun resume(RunRow run, Testbed testbed, RunProgress progress)
            throws LabException, InterruptedException {
        if (!run.testbed().equals(testbed.name())) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Run {0} was measured on {1}, not on {2}.", run.id(), run.testbed(), testbed.name()),
                    Phrase.of("Resume it on {0}.", run.testbed()));
        }
        RunExecution.Work work = restOf(run);
        refuseTooManyFunctions(work.plan(), testbed);
        return begin(work, testbed, progress);
    }

    private RunExecution.Work restOf(RunRow run) throws LabException {
        RemainingTrials rest = new RemainingTrials(
                run,
                services.store().trials(run.id()),
                services.store().functions(run.id()),
                services.store().evidence(run.id()));
        return rest.work(run.resumed(services.clock().instant()), services.presets());
    }

    private ActiveRun begin(RunExecution.Work work, Testbed testbed, RunProgress progress)
            throws LabException, InterruptedException {
        Cell first = work.plan().trials().get(0).cell();
        testbed.require(first.workload());
        testbed.requireNetwork(first);
        RunExecution run = new RunExecution(
                work, testbed, services, progress, inboxes.get(), ended -> active.compareAndSet(ended, null));
        RunExecution other = active.compareAndExchange(null, run);
        if (other != null) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    Phrase.of("Run {0} is in progress.", other.id()),
                    Phrase.of("Wait until it has finished, or cancel it."));
        }
        try {
            run.reserve(expectedDuration(work, testbed));
        } catch (LabException | InterruptedException | RuntimeException e) {
            active.compareAndSet(run, null);
            throw e;
        }
        threads.execute(run);
        return run;
    }

    /** The plan's estimate for the trials that are left, with a cold start for each of them. */
    private static Duration expectedDuration(RunExecution.Work work, Testbed testbed) throws InvalidPlanException {
        PlanEstimate whole = PlanEstimate.of(work.plan());
        int left = work.trials().size();
        return whole.duration()
                .multipliedBy(left)
                .dividedBy(whole.trials())
                .plus(testbed.limits().coldStart().multipliedBy(left));
    }

    private static void refuseTooManyFunctions(ExperimentPlan plan, Testbed testbed) throws InvalidPlanException {
        int functions = Collections.max(plan.factors().functions());
        TestbedLimits limits = testbed.limits();
        int limit = limits.maxFunctions();
        if (functions > limit) {
            throw new InvalidPlanException(
                    Phrase.of(
                            "{0} concurrent functions exceed the limit of {1}, {2}.", functions, testbed.name(), limit),
                    limits.remedy() == null
                            ? Phrase.of("Set functions to at most {0}, or raise the limit of the testbed.", limit)
                            : Phrase.of("Set functions to at most {0}. {1}", limit, limits.remedy()));
        }
    }

    private static void startThread(Runnable run) {
        Thread thread = new Thread(run, "run");
        thread.setDaemon(true);
        thread.start();
    }

    /** Cancels the active run and waits until it has finished, for 10 seconds at most. */
    @Override
    public void close() {
        RunExecution run = active.get();
        if (run == null) {
            return;
        }
        run.cancel();
        try {
            run.ended().toCompletableFuture().get(WAIT_AT_CLOSE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Error while finishing run {}", run.id(), e);
        }
    }
}
