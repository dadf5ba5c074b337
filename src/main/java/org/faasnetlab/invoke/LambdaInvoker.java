package org.faasnetlab.invoke;

import org.faasnetlab.protocol.FunctionRequest;

/** Invokes functions with InvokeWithResponseStream and passes on the records that they stream. */
public interface LambdaInvoker extends AutoCloseable {

    /**
     * Invokes a function once: a started function is never retried. Returns at once; every outcome, refusal and broken
     * connection included, reaches the listener.
     */
    Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener);

    /** Cancels what is under way and frees the connections. */
    @Override
    void close();
}
