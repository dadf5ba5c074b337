package org.faasnetlab.store;

import org.faasnetlab.LabException;

/** A run cannot be written to the file that was asked for. Nothing is left of the attempt. */
public final class ExportException extends LabException {
    private static final long serialVersionUID = 1L;

    public ExportException(String sentence, String nextStep, Throwable cause) {
        super(sentence, nextStep, cause);
    }
}
