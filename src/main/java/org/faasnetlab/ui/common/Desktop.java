package org.faasnetlab.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/** Access to the desktop environment: clipboard, file manager and file dialogs. */
public interface Desktop {

    /**
     * A kind of file, as dialogs name it.
     *
     * @param extensions without the dot; the first is the usual one
     */
    record FileKind(String name, List<String> extensions) {
        public FileKind {
            extensions = List.copyOf(extensions);
        }

        public FileKind(String name, String extension) {
            this(name, List.of(extension));
        }
    }

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Puts an image on the clipboard. */
    void copy(Image image);

    /** Shows a folder in the desktop's file manager, or a file in the program for its kind. */
    void open(Path folderOrFile);

    /** Lets the user choose a folder; empty if they cancel. */
    Optional<Path> chooseFolder(String title, Path first);

    /** Lets the user choose an existing file; empty if they cancel. */
    Optional<Path> chooseFileToOpen(String title, FileKind kind);

    /** Lets the user choose one or several existing files; empty if they cancel. */
    List<Path> chooseFilesToOpen(String title, FileKind kind);

    /** Lets the user choose the file to write, and confirm that it replaces an existing one; empty if they cancel. */
    Optional<Path> chooseFileToSave(String title, FileKind kind, String suggestedName);
}
