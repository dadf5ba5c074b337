package org.faasnetlab.invoke;

/** An invocation in progress. */
public interface Invocation {
    /**
     * Closes the connection and notifies the listener with {@link InvocationEnd.Cancelled}, unless the invocation has
     * already ended. The function itself continues to run: AWS does not stop a function whose caller disconnects.
     */
    void cancel();
}
