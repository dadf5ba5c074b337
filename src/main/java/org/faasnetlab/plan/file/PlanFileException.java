package org.faasnetlab.plan.file;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** A plan file that cannot be read, or contains an invalid plan. The message begins with the position. */
public final class PlanFileException extends LabException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    PlanFileException(Path file, DocumentNode.Position position, Phrase sentence, Phrase nextStep) {
        super(Kind.BAD_INPUT, Phrase.of("{0}:{1}: {2}", file, position, sentence), nextStep);
        this.line = position.line();
        this.column = position.column();
    }

    PlanFileException(Path file, Phrase sentence, Phrase nextStep, Throwable cause) {
        super(Kind.BAD_INPUT, Phrase.of("{0}: {1}", file, sentence), nextStep, cause);
        this.line = 1;
        this.column = 1;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }
}
