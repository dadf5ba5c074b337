package org.faasnetlab.testbed.aws.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
     * @param readyAfter from the invocation until that record arrived here; null without one
     * @param finished whether the function reported that the task is done
     * @param failure the failure that the function reported, or null
     */
    public record Result(
            FunctionRecord.@Nullable Ready ready,
            @Nullable Duration readyAfter,
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
            return end.accept(new ReasonOfEnd());
        }
    }

    private static final class ReasonOfEnd implements InvocationEnd.Handler<String> {
        private static final String NO_RESULT = "it ended without a final record";

        @Override
        public String on(InvocationEnd.Complete end) {
            return NO_RESULT;
        }

        @Override
        public String on(InvocationEnd.Throttled end) {
            return "The concurrency limit is reached. " + end.message();
        }

        @Override
        public String on(InvocationEnd.Rejected end) {
            return "Lambda returned " + end.httpStatus() + " " + end.code() + ": " + end.message();
        }

        @Override
        public String on(InvocationEnd.Unsigned end) {
            return end.message();
        }

        @Override
        public String on(InvocationEnd.FunctionError end) {
            return end.code() + ": " + end.details();
        }

        @Override
        public String on(InvocationEnd.Broken end) {
            return end.message();
        }

        @Override
        public String on(InvocationEnd.Cancelled end) {
            return NO_RESULT;
        }
    }

    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private FunctionRecord.@Nullable Ready ready;
    private FunctionRecord.@Nullable Failed failure;
    private boolean finished;

    private final Clock clock;
    private final Instant invoked;
    private @Nullable Duration readyAfter;

    private SingleInvocation(Clock clock) {
        this.clock = clock;
        invoked = clock.instant();
    }

    /**
     * Invokes a function with one task and waits for its last record.
     *
     * @param timeout when the function gives up
     * @throws InterruptedException if the thread is interrupted; the function itself runs until its deadline
     */
    public static Result of(LambdaInvoker invoker, FunctionRef function, Task task, Duration timeout, Clock clock)
            throws InterruptedException {
        SingleInvocation call = new SingleInvocation(clock);
        long now = clock.millis();
        Invocation invocation =
                invoker.invoke(function, new FunctionRequest(RUN, 0, 0, now, now + timeout.toMillis(), task), call);
        try {
            return call.result.get(timeout.plus(DELIVERY_ALLOWANCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Result(
                    null, null, false, null, new InvocationEnd.Broken("The function did not respond in time."));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a response never completes exceptionally", e);
        } finally {
            invocation.cancel();
        }
    }

    @Override
    public void onRecord(FunctionRecord functionRecord) {
        functionRecord.accept(new RecordFold());
    }

    @Override
    public void onEnd(InvocationEnd end) {
        result.complete(new Result(ready, readyAfter, finished, failure, end));
    }

    private final class RecordFold implements FunctionRecord.Handler<RuntimeException> {
        @Override
        public void on(FunctionRecord.Ready functionRecord) {
            ready = functionRecord;
            readyAfter = Duration.between(invoked, clock.instant());
        }

        @Override
        public void on(FunctionRecord.Started functionRecord) {
            // Only how the task ends is asked for.
        }

        @Override
        public void on(FunctionRecord.Measured functionRecord) {
            // As above.
        }

        @Override
        public void on(FunctionRecord.Heartbeat functionRecord) {
            // As above.
        }

        @Override
        public void on(FunctionRecord.Finished functionRecord) {
            finished = true;
        }

        @Override
        public void on(FunctionRecord.Failed functionRecord) {
            failure = functionRecord;
        }
    }
}
