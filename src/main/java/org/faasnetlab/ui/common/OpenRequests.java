package org.faasnetlab.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files that the window is asked to open from outside, such as by a later start of the program; an empty list asks for the
 * window alone. Requests wait until the window is open. Thread-safe.
 */
public final class OpenRequests {
    private final List<List<Path>> waiting = new ArrayList<>();
    private @Nullable Consumer<List<Path>> handler;

    /** Passes files to the window, or stores them until it is open. */
    public synchronized void add(List<Path> files) {
        if (handler == null) {
            waiting.add(List.copyOf(files));
        } else {
            handler.accept(List.copyOf(files));
        }
    }

    /** Sets who handles requests, on the threads that add them, and passes those that wait. */
    public synchronized void handleWith(Consumer<List<Path>> window) {
        handler = window;
        waiting.forEach(window);
        waiting.clear();
    }
}
