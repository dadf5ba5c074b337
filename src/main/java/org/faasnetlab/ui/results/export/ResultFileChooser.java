package org.faasnetlab.ui.results.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.faasnetlab.export.ExportFormat;

/** What the results screen asks of the desktop. */
public interface ResultFileChooser {

    /** Lets the user choose the file to write; empty if they chose none. */
    Optional<Path> chooseFile(ExportFormat format, String suggestedName, Window owner);

    /** Lets the user choose the archive to write; empty if they chose none. */
    Optional<Path> chooseArchiveToWrite(String suggestedName, Window owner);

    /** Lets the user choose an archive to read; empty if they chose none. */
    Optional<Path> chooseArchiveToRead(Window owner);

    /** Shows a folder in the desktop's file manager. */
    void showFolder(Path folder);
}
