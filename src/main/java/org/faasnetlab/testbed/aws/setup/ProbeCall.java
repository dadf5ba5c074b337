package org.faasnetlab.testbed.aws.setup;

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

/** One invocation that asks a function for a sign of life. */
final class ProbeCall implements InvocationListener {

    /** A new sandbox inside a VPC is there in seconds; this is for the worst day. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Duration ON_THE_WAY = Duration.ofSeconds(15);

    /**
     * @param ready what the function said of itself, or null if it did not
     * @param failure what the function says went wrong, or null
     */
    record Answer(FunctionRecord.@Nullable Ready ready, FunctionRecord.@Nullable Failed failure, InvocationEnd end) {}

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private FunctionRecord.@Nullable Ready ready;
    private FunctionRecord.@Nullable Failed failure;

    private ProbeCall() {}

    static Answer ask(LambdaInvoker invoker, FunctionRef function, Clock clock) throws InterruptedException {
        ProbeCall call = new ProbeCall();
        long now = clock.millis();
        Invocation invocation = invoker.invoke(
                function, new FunctionRequest("probe", 0, 0, now, now + DEADLINE.toMillis(), new Task.Probe()), call);
        try {
            return call.answer.get(DEADLINE.plus(ON_THE_WAY).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            invocation.cancel();
            return new Answer(null, null, new InvocationEnd.Broken("The function did not answer in time."));
        } catch (InterruptedException left) {
            invocation.cancel();
            throw left;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void onRecord(FunctionRecord functionRecord) {
        if (functionRecord instanceof FunctionRecord.Ready said) {
            ready = said;
        } else if (functionRecord instanceof FunctionRecord.Failed said) {
            failure = said;
        }
    }

    @Override
    public void onEnd(InvocationEnd end) {
        answer.complete(new Answer(ready, failure, end));
    }
}
