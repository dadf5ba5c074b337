package org.faasnetlab.ui.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.faasnetlab.LabException;

/** A plan that could not be written to its file. */
final class PlanNotSavedException extends LabException {
    private static final long serialVersionUID = 1L;

    PlanNotSavedException(Path file, IOException why) {
        super(
                Kind.FAILED,
                "Cannot write " + file + " (" + why.getMessage() + ").",
                "Choose an existing, writable folder.",
                why);
    }
}
