package org.faasnetlab.invoke;

/** The invoker for each way in which a Lambda service answers. */
public final class LambdaInvokers {
    private LambdaInvokers() {}

    /** @param maxFunctions functions that will be invoked at once at most, at least 1 */
    public static LambdaInvoker of(ServiceEndpoint endpoint, ResponseMode mode, int maxFunctions) {
        return mode == ResponseMode.STREAMED
                ? new StreamingLambdaInvoker(endpoint, maxFunctions)
                : new BufferedLambdaInvoker(endpoint, maxFunctions);
    }
}
