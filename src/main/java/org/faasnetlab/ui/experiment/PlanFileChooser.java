package org.faasnetlab.ui.experiment;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Lets the user choose the file of a plan; empty if they chose none. */
public interface PlanFileChooser {
    Optional<Path> toOpen(Window owner);

    /** The user has agreed if a file of that name is there already. */
    Optional<Path> toSave(String suggestedName, Window owner);
}
