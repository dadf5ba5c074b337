package org.faasnetlab.ui.shell;

import javafx.animation.AnimationTimer;

/** Runs an action when the first frame of the window has been drawn. */
final class FirstFrame extends AnimationTimer {
    /** A frame is drawn after its timers have run, and the next one begins when it is on the screen. */
    private static final int FRAMES = 2;

    private final Runnable action;
    private int frames;

    FirstFrame(Runnable action) {
        this.action = action;
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames > FRAMES) {
            stop();
            action.run();
        }
    }
}
