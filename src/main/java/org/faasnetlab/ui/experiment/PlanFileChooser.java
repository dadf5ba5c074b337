package org.faasnetlab.ui.experiment;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Lets the user choose a plan file; empty if they cancel. */
public interface PlanFileChooser {
    Optional<Path> toOpen(Window owner);

    /** The user has confirmed that an existing file is replaced. */
    Optional<Path> toSave(String suggestedName, Window owner);
}
