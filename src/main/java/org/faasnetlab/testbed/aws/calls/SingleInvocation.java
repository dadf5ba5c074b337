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
            return end.accept(new ReasonOfEnd());
        }
    }

    private static final class ReasonOfEnd implements InvocationEnd.Handler<String> {
        private static final String NO_RESULT = "it ended without a last word";

        @Override
        public String on(InvocationEnd.Complete end) {
            return NO_RESULT;
        }

        @Override
        public String on(InvocationEnd.Throttled end) {
            return "AWS runs as many functions as it may. " + end.message();
        }

        @Override
        public String on(InvocationEnd.Rejected end) {
            return "Lambda answered " + end.httpStatus() + " " + end.code() + ": " + end.message();
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
            return new Answer(null, false, null, new InvocationEnd.Broken("The function did not answer in time."));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an answer is never exceptional", impossible);
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
        answer.complete(new Answer(ready, finished, failure, end));
    }

    private final class RecordFold implements FunctionRecord.Handler<RuntimeException> {
        @Override
        public void on(FunctionRecord.Ready functionRecord) {
            ready = functionRecord;
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
