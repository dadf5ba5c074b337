package org.faasnetlab.plan;

import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/** The plan as a whole is invalid, although each of its settings is valid. */
public final class InvalidPlanException extends LabException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Setting setting;

    public InvalidPlanException(String sentence, String nextStep) {
        this(null, sentence, nextStep);
    }

    /** @param setting the setting to change, or null if it is not a single one */
    public InvalidPlanException(@Nullable Setting setting, String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
        this.setting = setting;
    }

    /** The setting to change, so that the message can be shown beside it; null if it is not a single one. */
    public @Nullable Setting setting() {
        return setting;
    }
}
