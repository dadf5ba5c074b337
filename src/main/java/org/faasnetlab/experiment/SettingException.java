package org.faasnetlab.experiment;

import org.faasnetlab.LabException;

/** A setting that does not exist or has a value that cannot be. */
public final class SettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public SettingException(String key, String sentence, String nextStep) {
        super(sentence, nextStep);
        this.key = key;
    }

    /** The name of the setting as it was given, so that a message can stand at its field. */
    public String key() {
        return key;
    }
}
