package org.faasnetlab.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.ExhaustedResource;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.record.RunRecorder;
import org.faasnetlab.run.trial.CancelSignal;
import org.faasnetlab.run.trial.RunContext;
import org.faasnetlab.run.trial.RunEventDispatcher;
import org.faasnetlab.run.trial.RunMessageQueue;
import org.faasnetlab.run.trial.RunMessageQueue.Message;
import org.faasnetlab.run.trial.TrialExecution;
import org.faasnetlab.run.trial.TrialResult;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.Testbed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run on its own thread, which sends all its events. */
final class RunExecution implements ActiveRun, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final Work work;
    private final Testbed testbed;
    private final ExperimentRunner.Services services;
    private final Clock clock;
    private final RunMessageQueue inbox;
    private final RunEventDispatcher events;
    private final RunProgress progress;
    private final Consumer<RunExecution> onEnded;
    private final CancelSignal signal = new CancelSignal();
    private final CompletableFuture<RunRow> ended = new CompletableFuture<>();
    private final RunRow accepted;

    private final ClientCommands commands = new ClientCommands();
    private final SandboxFacts sandboxes = new SandboxFacts();

    private TrialResult total;
    private Testbed.Reservation reservation = () -> {};
    private @Nullable LabException cleanUpFailure;

    RunExecution(
            Work work,
            Testbed testbed,
            ExperimentRunner.Services services,
            RunProgress progress,
            RunMessageQueue inbox,
            Consumer<RunExecution> onEnded) {
        this.work = work;
        this.testbed = testbed;
        this.services = services;
        this.clock = services.clock();
        this.inbox = inbox;
        this.progress = progress;
        this.onEnded = onEnded;
        this.accepted = work.row();
        this.total = work.storedResult();
        this.events =
                new RunEventDispatcher(new RunRecorder(services.store(), clock, accepted.id(), progress), progress);
    }

    /** Reserves the testbed until the run has ended. */
    void reserve(Duration expected) throws LabException, InterruptedException {
        reservation = testbed.reserve(expected);
    }

    @Override
    public String id() {
        return accepted.id();
    }

    @Override
    public void cancel() {
        signal.cancel();
        inbox.put(new Message.WakeUp());
    }

    @Override
    public CompletionStage<RunRow> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public void run() {
        RunRow last;
        try (Testbed.Reservation reserved = reservation) {
            LOG.debug("Run {} has reserved {}", id(), reserved);
            last = events.end(execute());
        } catch (RuntimeException | Error e) {
            // Only a defect of the progress or the store gets here; callers that wait for the end must not wait
            // forever.
            onEnded.accept(this);
            ended.completeExceptionally(e);
            throw e;
        }
        onEnded.accept(this);
        ended.complete(last);
    }

    /** The only place where a run's failures are caught. */
    private RunRow execute() {
        RunRow row = accepted;
        try {
            row = row.withEnvironment(environment());
            events.emit(new RunEvent.RunStarted(row, work.trials()));
            events.check();
            LOG.info(
                    "Run {} of {} started on {}: {} {}",
                    id(),
                    row.title(),
                    row.testbed(),
                    work.trials().size(),
                    work.trials().size() == 1 ? "trial" : "trials");
            testbed.beginRun();
            runAll(work.trials());
            LOG.info("Run {} ended: {}", id(), total.status().id());
            row = work.samples().reasons().map(row::withStopReasons).orElse(row);
            return ended(row, total.status(), endMessage(total.message()));
        } catch (InterruptedException e) {
            LOG.info("Run {} was cancelled", id());
            return ended(row, RunStatus.CANCELLED, endMessage(null));
        } catch (LabException failure) {
            LOG.warn("Run {} failed: {}", id(), failure.fullMessage(), failure);
            return ended(row, RunStatus.FAILED, endMessage(failure.fullMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            return ended(row, RunStatus.FAILED, endMessage(reason(e)));
        }
    }

    /** Java reports a refused thread as a lack of memory. Both end this run alone, not the program. */
    private String reason(Throwable error) {
        Optional<LabException> exhausted = ExhaustedResource.of(error);
        if (exhausted.isPresent()) {
            String message = exhausted.get().fullMessage();
            LOG.error("Run {} failed: {}", id(), message, error);
            return message;
        }
        String code = ErrorCode.of(error);
        LOG.error("Run {} failed with unexpected error {}", id(), code, error);
        return "The run failed with an unexpected error (code " + code + "). See the log for details.";
    }

    private RunRow ended(RunRow row, RunStatus status, @Nullable String message) {
        SortedMap<String, String> facts = sandboxes.facts(row.environment());
        facts.putAll(commands.facts());
        return row.withEnvironment(facts).ended(clock.instant(), status, message);
    }

    private SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>(testbed.environment());
        environment.putAll(services.app());
        return environment;
    }

    private void runAll(List<Trial> trials) throws LabException, InterruptedException {
        int maxFunctions = trials.stream()
                .mapToInt(trial -> trial.cell().functions())
                .max()
                .orElse(1);
        ResponseMode answers = testbed.limits().responseMode();
        try (LambdaInvoker invoker = services.invokers().create(testbed.lambda(), answers, maxFunctions)) {
            RunContext context = new RunContext(id(), testbed, invoker, inbox, clock, services.leads(), signal, events);
            boolean first = true;
            for (Trial trial : trials) {
                if (work.samples().isPreciseEnough(trial.cell())) {
                    continue;
                }
                if (!first) {
                    pause();
                }
                first = false;
                TrialExecution execution = new TrialExecution(context, trial);
                TrialResult result;
                try {
                    result = execution.measure();
                    LOG.info(
                            "Run {}, trial {}: {}",
                            id(),
                            trial.index() + 1,
                            result.status().id());
                    if (result.message() != null) {
                        LOG.warn("Run {}, trial {}: {}", id(), trial.index() + 1, result.message());
                    }
                    total = total.plus(result);
                } finally {
                    cleanUpFailure = cleanUpFailure == null ? execution.cleanUpFailure() : cleanUpFailure;
                }
                commands.add(trial.index() + 1, progress.commands());
                progress.ready().forEach(sandboxes::add);
                work.samples().add(progress.trialRow(result.status()), progress.functionRows(), progress.evidence());
                events.check();
            }
        }
    }

    private void pause() throws StoreException, InterruptedException {
        Instant end = clock.instant().plus(work.plan().repetition().pause());
        while (clock.instant().isBefore(end) && !signal.isCancelled()) {
            inbox.next(events.earlierOfDue(end));
            events.check();
        }
        if (signal.isCancelled()) {
            throw new InterruptedException("cancelled");
        }
    }

    private @Nullable String endMessage(@Nullable String message) {
        if (cleanUpFailure == null) {
            return message;
        }
        String sentence = cleanUpFailure.fullMessage();
        return message == null ? sentence : message + " " + sentence;
    }

    /**
     * The trials that a run has to measure.
     *
     * @param row the run as it is when it starts or is resumed
     * @param trials to measure, numbered after those that are already stored
     * @param storedResult result of the trials that are already stored
     * @param samples of the trials that are already stored
     */
    record Work(RunRow row, ExperimentPlan plan, List<Trial> trials, TrialResult storedResult, CellSamples samples) {

        static Work ofNewRun(RunRow row, ExperimentPlan plan) {
            return new Work(row, plan, plan.trials(), TrialResult.NONE, new CellSamples(plan.repetition()));
        }
    }
}
