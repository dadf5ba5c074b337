package org.faasnetlab.run;

import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.ServiceEndpoint;

/** Creates the invoker of a run; the run closes it. */
@FunctionalInterface
public interface InvokerFactory {

    /**
     * Creates the invoker of a run.
     *
     * @param answers how the service delivers the functions' responses
     * @param maxFunctions maximum number of functions that the run invokes concurrently
     */
    LambdaInvoker create(ServiceEndpoint endpoint, ResponseMode answers, int maxFunctions);
}
