package org.faasnetlab.testbed.aws.creation;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.SingleInvocation;
import org.faasnetlab.testbed.aws.calls.Sleeper;

/** Checks that a function responds in the way in which it will be measured before it counts as ready. */
public final class FunctionProbe {

    /**
     * A function that has answered.
     *
     * @param function the version with its memory size
     * @param ready the function's own record of its environment
     * @param readyAfter from the invocation until that record arrived here
     * @param streamed whether the response was streamed
     */
    public record Result(FunctionRef function, FunctionRecord.Ready ready, Duration readyAfter, boolean streamed) {}

    private static final int TRIES = 6;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    /** A new sandbox inside a VPC usually starts in seconds. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** A new function may be refused with this code, or with status 502, for some seconds. */
    private static final String NOT_READY_YET = "ResourceConflictException";

    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final LambdaInvoker streaming;
    private final LambdaInvoker buffered;
    private final AwsErrorTranslator failures;
    private final Clock clock;

    /**
     * @param streaming invokes with InvokeWithResponseStream
     * @param buffered invokes with Invoke, used where response streaming is unavailable
     */
    public FunctionProbe(LambdaInvoker streaming, LambdaInvoker buffered, AwsErrorTranslator failures, Clock clock) {
        this.streaming = streaming;
        this.buffered = buffered;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * Invokes the function until it answers, without response streaming if that is refused.
     *
     * @throws LabException if the function does not respond, or not as expected
     */
    public Result probe(FunctionRef function, Sleeper sleeper) throws LabException, InterruptedException {
        boolean streams = true;
        for (int tried = 1; ; tried++) {
            SingleInvocation.Result answer =
                    SingleInvocation.of(streams ? streaming : buffered, function, new ProbeTask(), DEADLINE, clock);
            if (answer.ready() != null
                    && answer.readyAfter() != null
                    && answer.end() instanceof InvocationEnd.Complete
                    && answer.failure() == null) {
                return new Result(function, answer.ready(), answer.readyAfter(), streams);
            }
            if (streams && isStreamingRefused(answer.end())) {
                streams = false;
            } else if (tried < TRIES && mayWorkLater(answer.end())) {
                sleeper.sleep(RETRY_DELAY);
            } else {
                throw failure(function, answer);
            }
        }
    }

    // How a Region without response streaming responds is not documented; how a missing function responds is.
    private static boolean isStreamingRefused(InvocationEnd end) {
        if (!(end instanceof InvocationEnd.Rejected refused)) {
            return false;
        }
        return switch (refused.httpStatus()) {
            case NOT_FOUND -> !refused.code().equals("ResourceNotFoundException");
            case NOT_ALLOWED, NOT_IMPLEMENTED -> true;
            default ->
                refused.code().equals("UnknownOperationException")
                        || refused.message().toLowerCase(Locale.ROOT).contains("streaming");
        };
    }

    private static boolean mayWorkLater(InvocationEnd end) {
        return end.accept(new MayWorkLater());
    }

    private static final class MayWorkLater implements InvocationEnd.Handler<Boolean> {
        @Override
        public Boolean on(InvocationEnd.Complete end) {
            return false;
        }

        @Override
        public Boolean on(InvocationEnd.Throttled end) {
            return true;
        }

        @Override
        public Boolean on(InvocationEnd.Rejected end) {
            return end.httpStatus() >= SERVER_ERROR || end.code().equals(NOT_READY_YET);
        }

        @Override
        public Boolean on(InvocationEnd.Unsigned end) {
            return false;
        }

        @Override
        public Boolean on(InvocationEnd.FunctionError end) {
            return false;
        }

        @Override
        public Boolean on(InvocationEnd.Broken end) {
            return true;
        }

        @Override
        public Boolean on(InvocationEnd.Cancelled end) {
            return false;
        }
    }

    private LabException failure(FunctionRef function, SingleInvocation.Result answer) {
        Optional<AwsAccessException> refused = failures.explain(answer.end());
        return refused.isPresent()
                ? refused.get()
                : new CreationException(
                        CreationException.Reason.NO_ANSWER,
                        Phrase.of(
                                "Unexpected response from function {0}: {1}", function.name(), answer.failureReason()),
                        Phrase.of(
                                "Resume the creation to try again. For details, see the function log in CloudWatch."));
    }
}
