package org.faasnetlab.invoke;

/**
 * Invokes functions with Invoke: all records reach the listener when the function has finished. Lambda limits such a
 * response to 6 MiB. This is sufficient: with an interval every 100 ms and less than 200 bytes per interval, a function
 * that measures for 15 minutes returns less than 2 MB.
 */
public final class BufferedLambdaInvoker extends SdkLambdaInvoker {

    /** @param maxFunctions maximum number of concurrent invocations, at least 1 */
    public BufferedLambdaInvoker(ServiceEndpoint endpoint, int maxFunctions) {
        super(endpoint, ResponseMode.BUFFERED, maxFunctions);
    }
}
