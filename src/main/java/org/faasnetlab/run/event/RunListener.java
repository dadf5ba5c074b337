package org.faasnetlab.run.event;

/**
 * Hears of a run. Events come one after the other, from one thread of the run; a listener that has much to do hands
 * over to a thread of its own.
 */
@FunctionalInterface
public interface RunListener {
    void onEvent(RunEvent event);
}
