package org.faasnetlab.ui.results.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.faasnetlab.export.ExportFormat;

/** File dialogs and file manager as the results screen uses them. */
public interface ResultFileChooser {

    /** Lets the user choose the file to write; empty if they cancel. */
    Optional<Path> chooseFile(ExportFormat format, String suggestedName, Window owner);

    /** Lets the user choose the archive to write; empty if they cancel. */
    Optional<Path> chooseArchiveToWrite(String suggestedName, Window owner);

    /** Lets the user choose an archive to read; empty if they cancel. */
    Optional<Path> chooseArchiveToRead(Window owner);

    /** Shows a folder in the desktop's file manager. */
    void showFolder(Path folder);
}
