package org.faasnetlab.export.importing;

import org.faasnetlab.LabException;

/** An archive of runs cannot be read. Nothing of it was brought in. */
public final class ArchiveException extends LabException {
    private static final long serialVersionUID = 1L;

    ArchiveException(String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
    }

    ArchiveException(String sentence, String nextStep, Throwable cause) {
        super(Kind.BAD_INPUT, sentence, nextStep, cause);
    }
}
