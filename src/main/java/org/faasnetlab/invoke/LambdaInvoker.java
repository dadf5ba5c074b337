package org.faasnetlab.invoke;

import org.faasnetlab.protocol.FunctionRequest;

/** Invokes functions with InvokeWithResponseStream and delivers the records that they stream. */
public interface LambdaInvoker extends AutoCloseable {

    /**
     * Invokes a function once: a started function is never retried. Returns immediately; every outcome, including
     * rejections and broken connections, is reported to the listener.
     */
    Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener);

    /** Cancels all invocations and closes the connections. */
    @Override
    void close();
}
