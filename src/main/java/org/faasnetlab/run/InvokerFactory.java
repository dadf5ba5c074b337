package org.faasnetlab.run;

import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.ServiceEndpoint;

/** Makes the invoker of a run; the run closes it. */
@FunctionalInterface
public interface InvokerFactory {

    /**
     * @param answers how the service gives the functions' answers
     * @param maxFunctions functions that the run invokes at once at most
     */
    LambdaInvoker create(ServiceEndpoint endpoint, ResponseMode answers, int maxFunctions);
}
