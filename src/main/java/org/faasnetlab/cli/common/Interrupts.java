package org.faasnetlab.cli.common;

/** Notifies of requests to terminate the program: Ctrl-C, or a signal. */
public interface Interrupts {

    /** A registered action, active until it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Runs the action on a separate thread when the program is asked to terminate. The program then waits, for a
     * limited time, until the registration is closed, so that active work can be stopped and stored.
     */
    Registration onInterrupt(Runnable action);

    /**
     * Runs one action when Ctrl-C is pressed first, and the program continues for as long as it needs. The next time, and for
     * other signals, runs the other action as {@link #onInterrupt(Runnable)} does. Where the Java machine handles no signals
     * (option {@code -Xrs}), only the other action exists.
     */
    Registration onInterrupt(Runnable first, Runnable next);
}
