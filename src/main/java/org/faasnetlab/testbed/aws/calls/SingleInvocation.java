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

/** Has one function do one task at once, and waits for its end: work beside the measurements. */
public final class SingleInvocation implements InvocationListener {
    private static final String RUN = "prepare";

    /** The function gives up by itself; this is for what it says to get here. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(15);

    /**
     * What came of it.
     *
     * @param ready what the function said of itself, or null if it did not
     * @param finished whether it said that the task is done
     * @param failure what the function says went wrong, or null
     */
    public record Answer(
            FunctionRecord.@Nullable Ready ready,
            boolean finished,
            FunctionRecord.@Nullable Failed failure,
            InvocationEnd end) {

        /** Why the function did not do what it should, a sentence. */
        public String why() {
            String why = reason();
            return why.endsWith(".") ? why : why + ".";
        }

        private String reason() {
            if (failure != null) {
                return failure.message();
            }
            if (end instanceof InvocationEnd.Throttled throttled) {
                return "The concurrency limit is reached. " + throttled.message();
            }
            if (end instanceof InvocationEnd.Rejected rejected) {
                return "Lambda returned " + rejected.httpStatus() + " " + rejected.code() + ": " + rejected.message();
            }
            if (end instanceof InvocationEnd.FunctionError error) {
                return error.code() + ": " + error.details();
            }
            if (end instanceof InvocationEnd.Broken broken) {
                return broken.message();
            }
            return "it ended without a final record";
        }
    }

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private FunctionRecord.@Nullable Ready ready;
    private FunctionRecord.@Nullable Failed failure;
    private boolean finished;

    private SingleInvocation() {}

    /**
     * @param atMost when the function gives up
     * @throws InterruptedException if the wait was interrupted; the function itself goes on until it gives up
     */
    public static Answer of(LambdaInvoker invoker, FunctionRef function, Task task, Duration atMost, Clock clock)
            throws InterruptedException {
        SingleInvocation call = new SingleInvocation();
        long now = clock.millis();
        Invocation invocation =
                invoker.invoke(function, new FunctionRequest(RUN, 0, 0, now, now + atMost.toMillis(), task), call);
        try {
            return call.answer.get(atMost.plus(ON_THE_WAY).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return new Answer(null, false, null, new InvocationEnd.Broken("The function did not respond in time."));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a response never completes exceptionally", impossible);
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
        answer.complete(new Answer(ready, finished, failure, end));
    }
}
