package org.faasnetlab.experiment;

import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;

/** Makes the invoker of a run; the run closes it. */
@FunctionalInterface
public interface InvokerFactory {

    /**
     * @param answers how the service gives the functions' answers
     * @param maxFunctions functions that the run invokes at once at most
     */
    LambdaInvoker create(ServiceEndpoint endpoint, AnswerMode answers, int maxFunctions);
}
