package org.faasnetlab.ui.live;

/** A ticker that a test moves. */
final class HandTicker implements Ticker {
    private Runnable task = () -> {};
    private boolean runs;

    @Override
    public void start(Runnable tick) {
        task = tick;
        runs = true;
    }

    @Override
    public void stop() {
        runs = false;
    }

    void tick() {
        if (runs) {
            task.run();
        }
    }

    boolean runs() {
        return runs;
    }
}
