package org.faasnetlab.testbed.aws.creation;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.SingleInvocation;
import org.faasnetlab.testbed.aws.calls.Sleeper;

/** Sees that a function answers, in the way in which it will be measured, before it counts as ready. */
public final class FunctionProbe {

    private static final int TRIES = 6;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** A new sandbox inside a VPC is there in seconds; this is for the worst day. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** A function that was made a moment ago may be refused with this for some seconds, or with 502. */
    private static final String NOT_YET = "ResourceConflictException";

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
     * @param buffered invokes with Invoke, where streaming is not to be had
     */
    public FunctionProbe(LambdaInvoker streaming, LambdaInvoker buffered, AwsErrorTranslator failures, Clock clock) {
        this.streaming = streaming;
        this.buffered = buffered;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * @throws LabException if the function gives no answer, or not the one that it should
     */
    public ProbedFunction probe(FunctionRef function, Sleeper pause) throws LabException, InterruptedException {
        boolean streams = true;
        for (int tried = 1; ; tried++) {
            SingleInvocation.Answer answer =
                    SingleInvocation.of(streams ? streaming : buffered, function, new Task.Probe(), DEADLINE, clock);
            if (answer.ready() != null && answer.end() instanceof InvocationEnd.Complete && answer.failure() == null) {
                return new ProbedFunction(function, answer.ready(), streams);
            }
            if (streams && isStreamingRefused(answer.end())) {
                streams = false;
            } else if (tried < TRIES && mayWorkLater(answer.end())) {
                pause.pause(PAUSE);
            } else {
                throw failure(function, answer);
            }
        }
    }

    // Regions without streaming are not documented to answer in one certain way; a function that is missing is.
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
        return end instanceof InvocationEnd.Throttled
                || end instanceof InvocationEnd.Broken
                || end instanceof InvocationEnd.Rejected refused
                        && (refused.httpStatus() >= SERVER_ERROR
                                || refused.code().equals(NOT_YET));
    }

    private LabException failure(FunctionRef function, SingleInvocation.Answer answer) {
        Optional<AwsAccessException> refused = failures.explain(answer.end());
        return refused.isPresent()
                ? refused.get()
                : new CreationException(
                        CreationException.Reason.NO_ANSWER,
                        "Unexpected response from function " + function.name() + ": " + answer.why(),
                        "Resume the creation to try again. For details, see the function log in CloudWatch.");
    }
}
