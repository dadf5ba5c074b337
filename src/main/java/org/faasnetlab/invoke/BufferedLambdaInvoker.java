package org.faasnetlab.invoke;

/**
 * Invokes functions with Invoke: all records reach the listener when the function has ended. Lambda takes 6 MiB for such
 * an answer. That is no limit here: at an interval every 100 ms and less than 200 bytes for each, a function that
 * measures for all of its 15 minutes says less than 2 MB.
 */
public final class BufferedLambdaInvoker extends SdkLambdaInvoker {

    /** @param maxFunctions functions that will be invoked at once at most, at least 1 */
    public BufferedLambdaInvoker(ServiceEndpoint endpoint, int maxFunctions) {
        super(endpoint, ResponseMode.BUFFERED, maxFunctions);
    }
}
