package org.faasnetlab.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** Access to the desktop environment: clipboard, file manager and folder dialogs. */
public interface Desktop {

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Shows a folder in the desktop's file manager. */
    void open(Path folder);

    /** Lets the user choose a folder; empty if they cancel. */
    Optional<Path> chooseFolder(String title, Path first);
}
