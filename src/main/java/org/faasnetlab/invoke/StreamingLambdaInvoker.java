package org.faasnetlab.invoke;

/** Invokes functions with InvokeWithResponseStream: records reach the listener while the function runs. */
public final class StreamingLambdaInvoker extends SdkLambdaInvoker {

    /** @param maxFunctions maximum number of concurrent invocations, at least 1 */
    public StreamingLambdaInvoker(ServiceEndpoint endpoint, int maxFunctions) {
        super(endpoint, ResponseMode.STREAMED, maxFunctions);
    }
}
