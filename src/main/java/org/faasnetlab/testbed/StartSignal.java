package org.faasnetlab.testbed;

import java.util.Set;
import org.faasnetlab.protocol.StartTime;

/**
 * Tells the functions of one trial when to start, once they are ready. Without it a function has its start time in its
 * event, and starts late if it is not ready by then.
 */
public interface StartSignal extends AutoCloseable {

    /**
     * Starts functions; all others of the trial give up. Called at most once.
     *
     * @param functions their numbers in the trial, from 0
     */
    void send(StartTime start, Set<Integer> functions);

    /** Functions that still wait give up. */
    @Override
    void close();
}
