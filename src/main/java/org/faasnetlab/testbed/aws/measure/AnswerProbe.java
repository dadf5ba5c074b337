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
        try {
            probe(lambda, function, AnswerMode.STREAMED);
            return AnswerMode.STREAMED;
        } catch (LabException notStreamed) {
            LOG.info("No streamed answer: {}", notStreamed.getMessage());
            try {
                probe(lambda, function, AnswerMode.BUFFERED);
                return AnswerMode.BUFFERED;
            } catch (LabException neither) {
                notStreamed.addSuppressed(neither);
                throw notStreamed;
            }
        }
    }

    private void probe(ServiceEndpoint lambda, FunctionRef function, AnswerMode mode)
            throws LabException, InterruptedException {
        try (LambdaInvoker invoker = LambdaInvokers.of(lambda, mode, 1)) {
            new OneFunction(invoker, clock)
                    .perform(function, new Task.Probe(), "Probing the function " + function.name(), AT_MOST);
        }
    }
}
