package org.faasnetlab.experiment;

import java.util.List;
import org.faasnetlab.LabException;

/** There is no preset of the name that was asked for. */
public final class UnknownPresetException extends LabException {
    private static final long serialVersionUID = 1L;

    public UnknownPresetException(String name, List<String> known) {
        super(
                "There is no preset '" + name + "'.",
                NearestName.question(name, known) + "The presets are " + String.join(", ", known) + ".");
    }
}
