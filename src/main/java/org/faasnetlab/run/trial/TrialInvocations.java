package org.faasnetlab.run.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.trial.RunMessageQueue.Message;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.PreparedTrial;
import org.jspecify.annotations.Nullable;

/**
 * The functions of one trial: chooses T0, invokes them all concurrently and follows each until it has finished or
 * failed. On return, every function has been reported as succeeded or failed.
 */
final class TrialInvocations {
    private final RunContext run;
    private final Trial trial;
    private final FunctionRef function;
    private final ResponseMode answers;
    private final List<FunctionCall> calls = new ArrayList<>();
    private final Map<Integer, Instant> retries = new TreeMap<>();
    private TrialResult result = TrialResult.NONE;

    TrialInvocations(RunContext run, Trial trial, FunctionRef function) {
        this.run = run;
        this.trial = trial;
        this.function = function;
        this.answers = run.testbed().limits().responseMode();
    }

    /**
     * Runs the trial; call it once.
     *
     * @throws StoreException if the store fails; the functions are stopped then
     * @throws InterruptedException if the run is cancelled; the functions are stopped then
     */
    TrialResult measure(PreparedTrial prepared) throws StoreException, InterruptedException {
        LoadMonitor load = null;
        try {
            Instant invokedAt = run.clock().instant();
            TrialTimes until = invokeAll(prepared);
            load = new LoadMonitor(run.testbed().busyMeter(), trial.index(), prepared, invokedAt, until.t0());
            MessageHandler handler = new MessageHandler(prepared, until);
            while (pendingFunctions() > 0 && run.clock().instant().isBefore(until.cutOff())) {
                Message message =
                        run.inbox().next(run.events().earlierOfDue(load.earlierOfDue(earlierOfRetry(until.cutOff()))));
                load.readIfDue(run.clock().instant());
                if (run.signal().isCancelled()) {
                    throw new InterruptedException("cancelled");
                }
                if (message != null) {
                    message.accept(handler);
                }
                retryDueInvocations();
                run.events().check();
            }
            recordReadyTimes();
            failRemaining(FunctionFailure.noAnswer());
            return result;
        } finally {
            failRemaining(FunctionFailure.cancelled());
            if (load != null) {
                run.events().emit(new RunEvent.TrialObserved(load.evidence(serverUtilization())));
            }
        }
    }

    /** Bandwidths of the functions that finished, in bit/s. */
    double[] bandwidths() {
        return calls.stream()
                .map(FunctionCall::bandwidth)
                .flatMap(Optional::stream)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray();
    }

    /** Utilization of the busiest server; null if none is known. */
    private @Nullable Double serverUtilization() {
        return calls.stream()
                .map(call -> call.serverUtilization(trial.cell().workload()))
                .flatMap(Optional::stream)
                .max(Double::compare)
                .orElse(null);
    }

    private int pendingFunctions() {
        return trial.cell().functions() - result.delivered() - result.failed();
    }

    private TrialTimes invokeAll(PreparedTrial prepared) {
        int functions = trial.cell().functions();
        List<Task> tasks =
                IntStream.range(0, functions).mapToObj(prepared::task).toList();
        List<Integer> hosts =
                IntStream.range(0, functions).mapToObj(prepared::host).toList();
        // Time-critical from here on: events are sent when all functions are invoked.
        Instant t0 = run.clock()
                .instant()
                .plus(run.leads().lead(run.testbed(), trial.cell().memoryMb(), functions))
                .truncatedTo(ChronoUnit.MILLIS);
        TrialTimes times = TrialTimes.of(t0, trial.cell().workload());
        for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
            calls.add(new FunctionCall(new FunctionRequest(
                    run.runId(),
                    trial.index(),
                    functionIndex,
                    t0.toEpochMilli(),
                    times.deadline().toEpochMilli(),
                    tasks.get(functionIndex))));
        }
        List<Instant> invoked = calls.stream().map(this::invoke).toList();
        run.events().emit(new RunEvent.TrialStarted(trial.index(), t0, hosts));
        calls.forEach(call -> emitInvoked(call, invoked.get(call.functionIndex())));
        return times;
    }

    private Instant invoke(FunctionCall call) {
        Instant now = run.clock().instant();
        InvocationListener toInbox = new InvocationListener() {
            @Override
            public void onRecord(FunctionRecord functionRecord) {
                run.inbox()
                        .put(new Message.RecordReceived(
                                call, functionRecord, run.clock().instant()));
            }

            @Override
            public void onEnd(InvocationEnd end) {
                run.inbox().put(new Message.InvocationEnded(call, end));
            }
        };
        call.invoked(now, run.invoker().invoke(function, call.request(), toInbox));
        return now;
    }

    private void emitInvoked(FunctionCall call, Instant at) {
        run.events().emit(new RunEvent.FunctionInvoked(trial.index(), call.functionIndex(), at));
    }

    private final class MessageHandler implements Message.Handler {
        private final PreparedTrial prepared;
        private final TrialTimes until;

        MessageHandler(PreparedTrial prepared, TrialTimes until) {
            this.prepared = prepared;
            this.until = until;
        }

        @Override
        public void on(Message.RecordReceived message) {
            FunctionCall call = message.call();
            if (call.isConcluded()) {
                return;
            }
            if (message.functionRecord() instanceof FunctionRecord.Ready ready) {
                prepared.sandboxKnown(call.functionIndex(), ready.sandboxId());
            }
            Instant at = receivedAt(message);
            call.recordReceived(message.functionRecord(), at);
            run.events()
                    .emit(new RunEvent.FunctionReported(
                            trial.index(), call.functionIndex(), message.functionRecord(), at));
        }

        @Override
        public void on(Message.InvocationEnded message) {
            boolean retried = message.end() instanceof InvocationEnd.Throttled throttled
                    && !message.call().isConcluded()
                    && retryLater(message.call(), throttled, until);
            if (!retried && !message.call().isConcluded()) {
                conclude(message.call(), failure(message.end()));
            }
        }

        @Override
        public void on(Message.WakeUp message) {
            // The sender of the wake-up has set what the thread checks next.
        }
    }

    private FunctionFailure failure(InvocationEnd end) {
        FunctionFailure failure = FunctionFailure.of(end);
        return run.testbed().explain(end).map(failure::withExplanation).orElse(failure);
    }

    // In a response that is delivered as a whole, "ready" arrives only at the end; the function's own clock then gives
    // its time.
    private Instant receivedAt(Message.RecordReceived message) {
        return message.functionRecord() instanceof FunctionRecord.Ready ready && answers == ResponseMode.BUFFERED
                ? message.call()
                        .clampToInvocation(
                                Instant.EPOCH.plus(ready.clockEpochMicros(), ChronoUnit.MICROS), message.at())
                : message.at();
    }

    private boolean retryLater(FunctionCall call, InvocationEnd.Throttled refusal, TrialTimes until) {
        Instant again = run.clock().instant().plus(call.backoff());
        if (again.isAfter(until.lastRetry())) {
            return false;
        }
        retries.put(call.functionIndex(), again);
        run.events().emit(new RunEvent.FunctionRetried(trial.index(), call.functionIndex(), refusal.message()));
        return true;
    }

    private Instant earlierOfRetry(Instant other) {
        return retries.values().stream()
                .min(Instant::compareTo)
                .filter(retry -> retry.isBefore(other))
                .orElse(other);
    }

    private void retryDueInvocations() {
        Instant now = run.clock().instant();
        List<Integer> due = retries.entrySet().stream()
                .filter(retry -> !retry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        for (int functionIndex : due) {
            retries.remove(functionIndex);
            emitInvoked(calls.get(functionIndex), invoke(calls.get(functionIndex)));
        }
    }

    /** Concludes a function: its own last record decides, and {@code otherwise} applies only if there is none. */
    private void conclude(FunctionCall call, FunctionFailure otherwise) {
        call.conclude();
        int functionIndex = call.functionIndex();
        if (call.hasFinished()) {
            result = result.plus(new TrialResult(1, 0, null));
            run.events().emit(new RunEvent.FunctionSucceeded(trial.index(), functionIndex));
        } else {
            FunctionFailure failure = call.reportedFailure().orElse(otherwise);
            result = result.plus(new TrialResult(0, 1, failure.message()));
            run.events()
                    .emit(new RunEvent.FunctionFailed(
                            trial.index(), functionIndex, failure.reason(), failure.message()));
        }
    }

    // Close the connections first: a request that has not been sent yet would start a function after the stop.
    private void failRemaining(FunctionFailure failure) {
        List<FunctionCall> left =
                calls.stream().filter(call -> !call.isConcluded()).toList();
        if (!left.isEmpty()) {
            left.forEach(FunctionCall::closeConnection);
            run.testbed().stopFunctions();
            run.leads().forgetWarm(run.testbed());
            left.forEach(call -> conclude(call, failure));
        }
    }

    private void recordReadyTimes() {
        List<LeadEstimator.ReadyTime> readyTimes = calls.stream()
                .map(FunctionCall::ready)
                .flatMap(Optional::stream)
                .toList();
        run.leads().learn(run.testbed(), trial.cell().memoryMb(), trial.cell().functions(), readyTimes);
    }
}
