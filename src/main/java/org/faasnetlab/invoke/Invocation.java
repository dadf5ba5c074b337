package org.faasnetlab.invoke;

/** An invocation under way. */
public interface Invocation {
    /**
     * Closes the connection and ends the listener with {@link InvocationEnd.Cancelled}, unless it has ended already.
     * The function itself goes on: AWS does not stop a function whose caller left.
     */
    void cancel();
}
