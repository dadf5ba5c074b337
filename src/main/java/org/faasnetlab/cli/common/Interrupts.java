package org.faasnetlab.cli.common;

/** Tells when the user wants the program to end: Ctrl-C, or a signal from outside. */
public interface Interrupts {

    /** A wish to be told, until it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Runs the action, on a thread of its own, when the user wants the program to end. The program then stays until
     * the registration is closed, for a limited time: so what runs can be stopped and stored.
     */
    Registration onInterrupt(Runnable action);
}
