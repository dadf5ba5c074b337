package org.faasnetlab.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** What a screen asks of the desktop around the window. */
public interface Desktop {

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Shows a folder in the desktop's file manager. */
    void open(Path folder);

    /** Lets the user choose a folder; empty if they chose none. */
    Optional<Path> chooseFolder(String title, Path first);
}
