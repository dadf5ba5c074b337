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

    static SettingException ofValue(Setting setting, String value, IllegalArgumentException why) {
        SettingException refused = new SettingException(
                setting.key(),
                setting.key() + "=" + value + " cannot be: " + why.getMessage() + ".",
                "Give " + setting.key() + " as " + setting.description() + ".");
        refused.initCause(why);
        return refused;
    }

    /** The name of the setting as it was given, so that a message can stand at its field. */
    public String key() {
        return key;
    }
}
