package org.faasnetlab.plan.preset;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.NameSuggester;

/** No preset has the requested name. */
public final class UnknownPresetException extends LabException {
    private static final long serialVersionUID = 1L;

    public UnknownPresetException(String name, List<String> known) {
        super(
                Kind.BAD_INPUT,
                "Unknown preset \"" + name + "\".",
                NameSuggester.question(name, known) + "Available presets: " + String.join(", ", known) + ".");
    }
}
