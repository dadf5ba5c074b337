package org.faasnetlab.testbed.aws.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;
import org.jspecify.annotations.Nullable;

/** Invokes one function with one task and waits for its end: for work that prepares or checks, not for measurements. */
public final class SingleInvocation implements InvocationListener {
    private static final String RUN = "prepare";

    /** Allowance beyond the function's own deadline for its last record to arrive. */
    private static final Duration DELIVERY_ALLOWANCE = Duration.ofSeconds(15);

    /**
     * Result of the invocation.
     *
     * @param ready the function's record of its environment, or null if none arrived
     * @param finished whether the function reported that the task is done
     * @param failure the failure that the function reported, or null
     */
    public record Result(
            FunctionRecord.@Nullable Ready ready,
            boolean finished,
            FunctionRecord.@Nullable Failed failure,
            InvocationEnd end) {

        /** Why the task was not done, a whole sentence. */
        public String failureReason() {
            String why = reason();
            return why.endsWith(".") ? why : why + ".";
        }

        private String reason() {
            if (failure != null) {
                return failure.message();
            }
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
            return "it ended without a last word";
        }
    }

    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private FunctionRecord.@Nullable Ready ready;
    private FunctionRecord.@Nullable Failed failure;
    private boolean finished;

    private SingleInvocation() {}

    /**
     * @param timeout when the function gives up
     * @throws InterruptedException if the thread is interrupted; the function itself runs until its deadline
     */
    public static Result of(LambdaInvoker invoker, FunctionRef function, Task task, Duration timeout, Clock clock)
            throws InterruptedException {
        SingleInvocation call = new SingleInvocation();
        long now = clock.millis();
        Invocation invocation =
                invoker.invoke(function, new FunctionRequest(RUN, 0, 0, now, now + timeout.toMillis(), task), call);
        try {
            return call.result.get(timeout.plus(DELIVERY_ALLOWANCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return new Result(null, false, null, new InvocationEnd.Broken("The function did not answer in time."));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an answer is never exceptional", impossible);
        } finally {
            invocation.cancel();
        }
    }

    @Override
    public void onRecord(FunctionRecord functionRecord) {
        if (functionRecord instanceof FunctionRecord.Ready said) {
            ready = said;
        } else if (functionRecord instanceof FunctionRecord.Failed said) {
            failure = said;
        } else if (functionRecord instanceof FunctionRecord.Finished) {
            finished = true;
        }
    }

    @Override
    public void onEnd(InvocationEnd end) {
        result.complete(new Result(ready, finished, failure, end));
    }
}
