package org.faasnetlab.plan;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.InvalidValueException;

/** A setting that does not exist or has an invalid value. */
public final class SettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Phrase reason;

    public SettingException(String key, String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
        this.key = key;
        this.reason = Phrase.verbatim(sentence.replaceFirst("\\.$", ""));
    }

    private SettingException(Setting setting, String value, Phrase reason, IllegalArgumentException why) {
        super(
                Kind.BAD_INPUT,
                Phrase.of("Invalid value {0}={1}: {2}.", setting.key(), value, reason),
                Phrase.of(
                        "Description of {0}: {1}.",
                        setting.key(), Phrase.named("setting." + setting.key() + ".text", setting.description())),
                why);
        this.key = setting.key();
        this.reason = reason;
    }

    static SettingException ofValue(Setting setting, String value, IllegalArgumentException why) {
        return new SettingException(setting, value, InvalidValueException.reason(why), why);
    }

    /** Why it is invalid, without the name and the full stop, for messages that use another name. */
    public Phrase reason() {
        return reason;
    }

    /** The name of the setting as the user entered it, so that the message can be shown beside its field. */
    public String key() {
        return key;
    }
}
