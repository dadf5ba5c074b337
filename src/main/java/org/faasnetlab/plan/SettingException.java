package org.faasnetlab.plan;

import org.faasnetlab.LabException;

/** A setting that does not exist or has an invalid value. */
public final class SettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String reason;

    public SettingException(String key, String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
        this.key = key;
        this.reason = sentence.replaceFirst("\\.$", "");
    }

    private SettingException(Setting setting, String value, String reason, IllegalArgumentException why) {
        super(
                Kind.BAD_INPUT,
                "Invalid value " + setting.key() + "=" + value + ": " + reason + ".",
                "Description of " + setting.key() + ": " + setting.description() + ".",
                why);
        this.key = setting.key();
        this.reason = reason;
    }

    static SettingException ofValue(Setting setting, String value, IllegalArgumentException why) {
        return new SettingException(setting, value, String.valueOf(why.getMessage()), why);
    }

    /** Why it is invalid, without the name and the full stop, for messages that use another name. */
    public String reason() {
        return reason;
    }

    /** The name of the setting as the user entered it, so that the message can be shown beside its field. */
    public String key() {
        return key;
    }
}
