package org.faasnetlab.testbed.aws.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;

/** Has one function do one task at once, and waits for it: work beside the measurements. */
final class OneFunction {
    private static final String RUN = "prepare";
    private static final Duration ANSWER_GRACE = Duration.ofSeconds(10);

    private final LambdaInvoker invoker;
    private final Clock clock;

    OneFunction(LambdaInvoker invoker, Clock clock) {
        this.invoker = invoker;
        this.clock = clock;
    }

    /**
     * @param what the beginning of the sentence if it fails, for example {@code Making the object}
     * @param atMost when the function gives up
     * @throws LabException if the function was refused, failed or did not answer
     * @throws InterruptedException if the wait was interrupted; the function itself goes on until it gives up
     */
    void perform(FunctionRef function, Task task, String what, Duration atMost)
            throws LabException, InterruptedException {
        Instant now = clock.instant();
        FunctionRequest request = new FunctionRequest(
                RUN, 0, 0, now.toEpochMilli(), now.plus(atMost).toEpochMilli(), task);
        Outcome outcome = new Outcome();
        Invocation invocation = invoker.invoke(function, request, outcome);
        try {
            String failure = outcome.failure.get(atMost.plus(ANSWER_GRACE).toMillis(), TimeUnit.MILLISECONDS);
            if (!failure.isEmpty()) {
                throw MeasurementException.functionFailed(what, failure);
            }
        } catch (TimeoutException silent) {
            throw MeasurementException.noAnswer(what);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an outcome is never exceptional", impossible);
        } finally {
            invocation.cancel();
        }
    }

    /** Completes with why it failed, or with an empty text. */
    private static final class Outcome implements InvocationListener {
        private final CompletableFuture<String> failure = new CompletableFuture<>();

        @Override
        public void onRecord(FunctionRecord functionRecord) {
            if (functionRecord instanceof FunctionRecord.Finished) {
                failure.complete("");
            } else if (functionRecord instanceof FunctionRecord.Failed failed) {
                failure.complete(failed.message());
            }
        }

        @Override
        public void onEnd(InvocationEnd end) {
            failure.complete(sentence(end));
        }

        private static String sentence(InvocationEnd end) {
            if (end instanceof InvocationEnd.Throttled throttled) {
                return "AWS runs as many functions as it may. " + throttled.message();
            }
            if (end instanceof InvocationEnd.Rejected rejected) {
                return "Lambda answered " + rejected.httpStatus() + " " + rejected.code() + ": " + rejected.message();
            }
            if (end instanceof InvocationEnd.FunctionError error) {
                return error.code() + ": " + error.details();
            }
            if (end instanceof InvocationEnd.Broken broken) {
                return broken.message();
            }
            return "The function ended without a last word.";
        }
    }
}
