package org.faasnetlab.invoke;

/** Creates the invoker for a response mode of a Lambda service. */
public final class LambdaInvokers {
    private LambdaInvokers() {}

    /** @param maxFunctions maximum number of concurrent invocations, at least 1 */
    public static LambdaInvoker of(ServiceEndpoint endpoint, ResponseMode mode, int maxFunctions) {
        return mode == ResponseMode.STREAMED
                ? new StreamingLambdaInvoker(endpoint, maxFunctions)
                : new BufferedLambdaInvoker(endpoint, maxFunctions);
    }
}
