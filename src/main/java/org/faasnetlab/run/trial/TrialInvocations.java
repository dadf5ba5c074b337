package org.faasnetlab.run.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.trial.RunMessageQueue.Message;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.PreparedTrial;
import org.jspecify.annotations.Nullable;

/**
 * The functions of one trial: invokes them all concurrently, starts them and follows each until it has finished or
 * failed. On return, every function has been reported as succeeded or failed.
 */
final class TrialInvocations {
    private final RunContext run;
    private final Trial trial;
    private final FunctionRef function;
    private final ResponseMode responseMode;
    private final List<FunctionCall> calls = new ArrayList<>();
    private final Map<Integer, Instant> retries = new TreeMap<>();
    private TrialResult result = TrialResult.NONE;
    private @Nullable LoadMonitor load;

    /** Whether a function was given up that may still run. */
    private boolean gaveUp;

    TrialInvocations(RunContext run, Trial trial, FunctionRef function) {
        this.run = run;
        this.trial = trial;
        this.function = function;
        this.responseMode = run.testbed().limits().responseMode();
    }

    /**
     * Runs the trial; call it once.
     *
     * @throws StoreException if the store fails; the functions are stopped then
     * @throws InterruptedException if the run is cancelled; the functions are stopped then
     */
    TrialResult measure(PreparedTrial prepared) throws StoreException, InterruptedException {
        int functions = trial.cell().functions();
        List<Integer> hosts =
                IntStream.range(0, functions).mapToObj(prepared::host).toList();
        try (TrialStart start = new TrialStart(run, trial)) {
            return measure(prepared, hosts, start);
        }
    }

    private TrialResult measure(PreparedTrial prepared, List<Integer> hosts, TrialStart start)
            throws StoreException, InterruptedException {
        try {
            Instant invokedAt = run.clock().instant();
            invokeAll(prepared, hosts, start);
            MessageHandler handler = new MessageHandler(prepared, start);
            while (pendingFunctions() > 0 && !isCutOff(start)) {
                startIfReady(prepared, start, invokedAt);
                Message message =
                        run.inbox().next(run.events().earlierOfDue(earlierOfLoad(earlierOfRetry(start.cutOff()))));
                if (load != null) {
                    load.readIfDue(run.clock().instant());
                }
                if (run.signal().isCancelled()) {
                    throw new InterruptedException("cancelled");
                }
                if (message != null) {
                    message.accept(handler);
                }
                retryDueInvocations();
                startIfReady(prepared, start, invokedAt);
                run.events().check();
            }
            recordReadyTimes();
            failRemaining(this::unanswered);
            return result;
        } finally {
            failRemaining(call -> FunctionFailure.cancelled());
            if (gaveUp) {
                run.testbed().stopFunctions();
            }
            if (load != null) {
                run.events().emit(new RunEvent.TrialObserved(load.evidence(serverUtilization())));
            }
        }
    }

    private boolean isCutOff(TrialStart start) {
        return start.isChosen() && !run.clock().instant().isBefore(start.cutOff());
    }

    private Instant earlierOfLoad(Instant other) {
        return load == null ? other : load.earlierOfDue(other);
    }

    /** Starts the functions if T0 is chosen now: all are ready, or those that are not have had their time. */
    private void startIfReady(PreparedTrial prepared, TrialStart start, Instant invokedAt) {
        Instant t0 = start.t0();
        if (t0 == null) {
            Instant now = run.clock().instant();
            List<FunctionCall> late =
                    openCalls().filter(call -> !call.isReady()).toList();
            if (!late.isEmpty() && now.isBefore(start.cutOff())) {
                return;
            }
            late.forEach(call -> giveUp(call, FunctionFailure.slowStart(Duration.between(invokedAt, now))));
            if (pendingFunctions() == 0) {
                return;
            }
            t0 = start.choose(openCalls().map(FunctionCall::functionIndex).collect(Collectors.toSet()));
            run.events().emit(new RunEvent.StartChosen(trial.index(), t0));
        }
        if (load == null) {
            prepared.startAt(t0);
            load = new LoadMonitor(run.testbed().busyMeter(), trial.index(), prepared, invokedAt, t0);
        }
    }

    private Stream<FunctionCall> openCalls() {
        return calls.stream().filter(call -> !call.isConcluded());
    }

    /** Fails a function that may still run; what it reports from now on does not count. */
    private void giveUp(FunctionCall call, FunctionFailure failure) {
        gaveUp = true;
        call.closeConnection();
        conclude(call, failure);
    }

    private FunctionFailure unanswered(FunctionCall call) {
        boolean slow = !call.isReady() && responseMode == ResponseMode.STREAMED;
        return slow
                ? FunctionFailure.slowStart(call.sinceInvocation(run.clock().instant()))
                : FunctionFailure.noAnswer();
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

    private void invokeAll(PreparedTrial prepared, List<Integer> hosts, TrialStart start) {
        for (int functionIndex = 0; functionIndex < hosts.size(); functionIndex++) {
            calls.add(new FunctionCall(start.request(functionIndex, prepared)));
        }
        // Time-critical from here on: events are sent when all functions are invoked.
        List<Instant> invoked = calls.stream().map(this::invoke).toList();
        run.events().emit(new RunEvent.TrialStarted(trial.index(), start.t0(), hosts, prepared.conditions()));
        calls.forEach(call -> emitInvoked(call, invoked.get(call.functionIndex())));
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
        private final TrialStart start;

        MessageHandler(PreparedTrial prepared, TrialStart start) {
            this.prepared = prepared;
            this.start = start;
        }

        @Override
        public void on(Message.RecordReceived message) {
            FunctionCall call = message.call();
            if (call.isConcluded()) {
                return;
            }
            Instant at = receivedAt(message);
            if (message.functionRecord() instanceof FunctionRecord.Ready ready) {
                prepared.sandboxKnown(call.functionIndex(), ready.sandboxId());
                start.onReady(at);
            }
            call.recordReceived(message.functionRecord(), at);
            run.events()
                    .emit(new RunEvent.FunctionReported(
                            trial.index(),
                            call.functionIndex(),
                            trial.cell().network().relayed()
                                    ? RelayedRecords.withoutTcp(message.functionRecord())
                                    : message.functionRecord(),
                            at));
            if (message.functionRecord() instanceof FunctionRecord.Ready ready) {
                requireMemory(call, ready.memoryMb());
            }
        }

        /** A function of another size is not what the trial measures. Functions that do not know theirs report 0. */
        private void requireMemory(FunctionCall call, int memoryMb) {
            int expected = trial.cell().memoryMb();
            if (memoryMb != 0 && memoryMb != expected) {
                giveUp(call, FunctionFailure.wrongMemory(memoryMb, expected));
            }
        }

        @Override
        public void on(Message.InvocationEnded message) {
            boolean retried = message.end() instanceof InvocationEnd.Throttled throttled
                    && !message.call().isConcluded()
                    && retryLater(message.call(), throttled, start);
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
        return message.functionRecord() instanceof FunctionRecord.Ready ready && responseMode == ResponseMode.BUFFERED
                ? message.call()
                        .clampToInvocation(
                                Instant.EPOCH.plus(ready.clockEpochMicros(), ChronoUnit.MICROS), message.at())
                : message.at();
    }

    private boolean retryLater(FunctionCall call, InvocationEnd.Throttled refusal, TrialStart start) {
        Instant again = run.clock().instant().plus(call.backoff());
        if (again.isAfter(start.lastRetry())) {
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

    /**
     * Fails the functions that have not concluded, and stops those that still run. Connections are closed first: a
     * request that has not been sent yet would start a function after the stop.
     */
    private void failRemaining(Function<FunctionCall, FunctionFailure> failure) {
        List<FunctionCall> left = openCalls().toList();
        if (!left.isEmpty()) {
            left.forEach(FunctionCall::closeConnection);
            run.testbed().stopFunctions();
            run.leads().forgetWarm(run.testbed());
            left.forEach(call -> conclude(call, failure.apply(call)));
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
