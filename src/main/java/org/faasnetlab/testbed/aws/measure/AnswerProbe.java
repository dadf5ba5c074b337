package org.faasnetlab.testbed.aws.measure;

import java.time.Clock;
import java.time.Duration;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.LambdaInvokers;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.protocol.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out by trying how Lambda gives answers in a Region: streaming is not to be had in all of them. */
public final class AnswerProbe {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerProbe.class);
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final Clock clock;

    public AnswerProbe(Clock clock) {
        this.clock = clock;
    }

    /**
     * Probes the function, which also shows that it works.
     *
     * @return streamed if that works, else buffered
     * @throws LabException if the function can be reached in neither way, with the reason of the first
     */
    public AnswerMode ask(ServiceEndpoint lambda, FunctionRef function) throws LabException, InterruptedException {
        LabException notStreamed = failure(lambda, function, AnswerMode.STREAMED);
        if (notStreamed == null) {
            return AnswerMode.STREAMED;
        }
        LOG.info("No streamed answer: {}", notStreamed.getMessage());
        LabException notBuffered = failure(lambda, function, AnswerMode.BUFFERED);
        if (notBuffered != null) {
            notStreamed.addSuppressed(notBuffered);
            throw notStreamed;
        }
        // Once more: the first failure may have been a passing one, of the network or of too many functions at once.
        return failure(lambda, function, AnswerMode.STREAMED) == null ? AnswerMode.STREAMED : AnswerMode.BUFFERED;
    }

    private @Nullable LabException failure(ServiceEndpoint lambda, FunctionRef function, AnswerMode mode)
            throws InterruptedException {
        try (LambdaInvoker invoker = LambdaInvokers.of(lambda, mode, 1)) {
            new OneFunction(invoker, clock)
                    .perform(function, new Task.Probe(), "Probing the function " + function.name(), AT_MOST);
            return null;
        } catch (LabException failed) {
            return failed;
        }
    }
}
