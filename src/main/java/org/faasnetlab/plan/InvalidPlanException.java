package org.faasnetlab.plan;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;

/** The plan as a whole is invalid, although each of its settings is valid. */
public final class InvalidPlanException extends LabException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Setting setting;

    public InvalidPlanException(Phrase sentence, Phrase advice) {
        this(null, sentence, advice);
    }

    /** @param setting the setting to change, or null if it is not a single one */
    public InvalidPlanException(@Nullable Setting setting, Phrase sentence, Phrase advice) {
        super(Kind.BAD_INPUT, sentence, advice);
        this.setting = setting;
    }

    /** The setting to change, so that the message can be shown beside it; null if it is not a single one. */
    public @Nullable Setting setting() {
        return setting;
    }
}
