package org.faasnetlab.run.event;

/**
 * Receives the events of a run. Events arrive one after the other, on one thread of the run; a listener with slow work
 * must pass it to another thread.
 */
@FunctionalInterface
public interface RunListener {
    void onEvent(RunEvent event);
}
