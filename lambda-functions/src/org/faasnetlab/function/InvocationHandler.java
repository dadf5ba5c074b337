package org.faasnetlab.function;

import java.io.IOException;
import java.util.Optional;
import org.faasnetlab.function.latency.ProbedJob;
import org.faasnetlab.function.runtime.FunctionError;
import org.faasnetlab.function.runtime.RuntimeEvent;
import org.faasnetlab.function.runtime.StreamedResponse;
import org.faasnetlab.function.task.FunctionLog;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.StartGate;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.StartTime;
import org.jspecify.annotations.Nullable;

/** Answers one invocation: {@code ready} first, then the records of the task, then one final record. */
final class InvocationHandler {
    /** The function stops this long before the deadline of the service, so that it can still send its final record. */
    private static final long BEFORE_SERVICE_DEADLINE_MS = 1_000;

    /** A rehearsal takes some ms, and ten times as long in the smallest functions, which have a fraction of a processor. */
    private static final long REHEARSAL_MS = 1_000;

    private final Sandbox sandbox;
    private final JobTypes jobs;
    private final TimeSource time;
    private final StartSource starts;
    private final @Nullable String probeKey;

    /** Where functions that await their start get it from. */
    @FunctionalInterface
    interface StartSource {
        /** Empty if the trial starts without this function. */
        Optional<StartTime> await(FunctionRequest request, StopSignal stop) throws IOException;
    }

    /** @param probeKey authenticates latency probes whose key is not in the event; null if there is none */
    InvocationHandler(Sandbox sandbox, JobTypes jobs, TimeSource time, StartSource starts, @Nullable String probeKey) {
        this.sandbox = sandbox;
        this.jobs = jobs;
        this.time = time;
        this.starts = starts;
        this.probeKey = probeKey;
    }

    /**
     * Answers the event. If the caller disconnects, the task is stopped, but this process continues.
     *
     * @throws RuntimeException on an unexpected error, after it was reported; the process should then exit
     */
    void handle(RuntimeEvent event, StreamedResponse response) throws InterruptedException {
        try (response) {
            answer(event, response);
        } catch (IOException e) {
            FunctionLog.line("cannot complete request " + event.requestId() + ": " + e.getMessage());
        }
    }

    private void answer(RuntimeEvent event, StreamedResponse response) throws IOException, InterruptedException {
        long receivedMicros = time.epochMicros();
        StopSignal stop = new StopSignal();
        RecordWriter records = new RecordWriter(response::write, stop, time);
        try {
            FunctionRecord last = lastRecord(event, receivedMicros, records, stop);
            records.emit(last);
            FunctionLog.line("request " + event.requestId() + " " + describe(last));
        } catch (RuntimeException | Error e) {
            report(e, response);
            throw e;
        }
        if (stop.cause() != StopSignal.Cause.LISTENER_GONE) {
            response.finish();
        }
    }

    private FunctionRecord lastRecord(RuntimeEvent event, long receivedMicros, RecordWriter records, StopSignal stop)
            throws InterruptedException {
        FunctionRequest request;
        Job prepared;
        try {
            request = RequestJson.read(event.body(), jobs.taskTypes());
            FunctionLog.line("request " + event.requestId() + " run " + request.run() + " trial " + request.trial()
                    + " worker " + request.functionIndex());
            Job task = jobs.prepare(request.task());
            prepared = request.probe() == null ? task : new ProbedJob(task, request.probe(), probeKey);
        } catch (ProtocolException e) {
            records.emit(ready(null, receivedMicros));
            return new FunctionRecord.Failed(
                    FailureReason.BAD_REQUEST, "Cannot read the event: " + e.getMessage() + ".", false);
        } catch (TaskException e) {
            records.emit(ready(null, receivedMicros));
            return e.toRecord();
        }
        try (Job job = prepared) {
            job.warmUp();
            records.emit(ready(job, receivedMicros));
            return perform(request, job, event.deadlineEpochMs() - BEFORE_SERVICE_DEADLINE_MS, records, stop);
        } catch (TaskException e) {
            return e.toRecord();
        }
    }

    private FunctionRecord perform(
            FunctionRequest request, Job job, long latestMs, RecordWriter records, StopSignal stop)
            throws TaskException, InterruptedException {
        StartTime start = new StartTime(request.startAtEpochMs(), request.deadlineEpochMs());
        if (request.awaitStart() || start.startAtEpochMs() - time.epochMicros() / 1000 > REHEARSAL_MS) {
            job.rehearse();
        }
        if (request.awaitStart() && job.startsAtT0()) {
            try (InvocationWatchdog watch = watchdog(new TrialClock(time, start), start, latestMs, records, stop)) {
                watch.start();
                start = awaitStart(request, stop);
            }
        }
        TrialClock clock = new TrialClock(time, start);
        try (InvocationWatchdog watch = watchdog(clock, start, latestMs, records, stop)) {
            watch.start();
            TaskContext context = new TaskContext(records, stop, clock);
            job.beforeStart(context);
            if (job.startsAtT0()) {
                new StartGate(time, stop).await(clock);
            }
            return job.run(context);
        }
    }

    private static InvocationWatchdog watchdog(
            TrialClock clock, StartTime start, long latestMs, RecordWriter records, StopSignal stop) {
        long deadlineMs = Math.min(start.deadlineEpochMs(), latestMs);
        return new InvocationWatchdog(records, stop, clock, (deadlineMs - start.startAtEpochMs()) * 1000);
    }

    private StartTime awaitStart(FunctionRequest request, StopSignal stop) throws TaskException {
        try {
            return starts.await(request, stop)
                    .orElseThrow(() -> new TaskException(
                            FailureReason.CANCELLED, "The trial started without this function.", false));
        } catch (IOException e) {
            stop.check();
            throw new TaskException(
                    FailureReason.INTERNAL, "Cannot ask for the start time: " + e.getMessage() + ".", true, e);
        }
    }

    private FunctionRecord.Ready ready(@Nullable Job job, long receivedMicros) {
        return sandbox.ready(time.epochMicros(), job == null ? null : job.iperf3Version(), receivedMicros);
    }

    private static String describe(FunctionRecord last) {
        if (last instanceof FunctionRecord.Failed failed) {
            return "failed: " + failed.reason().id();
        }
        return "finished";
    }

    private static void report(Throwable unexpected, StreamedResponse response) {
        try {
            response.fail(FunctionError.of(unexpected));
        } catch (IOException e) {
            unexpected.addSuppressed(e);
        }
    }
}
