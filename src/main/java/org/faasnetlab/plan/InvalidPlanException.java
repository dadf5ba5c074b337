package org.faasnetlab.plan;

import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/** The plan as a whole cannot run, although each of its settings can be. */
public final class InvalidPlanException extends LabException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Setting setting;

    public InvalidPlanException(String sentence, String nextStep) {
        this(null, sentence, nextStep);
    }

    /** @param setting the one to change, where it is one */
    public InvalidPlanException(@Nullable Setting setting, String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
        this.setting = setting;
    }

    /** The setting to change, so that a message can stand at its place; null if it is no single one. */
    public @Nullable Setting setting() {
        return setting;
    }
}
