package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** A setting of an AWS testbed is invalid: AWS would refuse it, or it cannot work. */
public final class InvalidTestbedSettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /** @param setting name of the setting, so that the message can be shown at its field */
    public InvalidTestbedSettingException(String setting, Phrase sentence, Phrase advice) {
        super(Kind.BAD_INPUT, sentence, advice);
        this.setting = setting;
    }

    /** Joins several errors into one for callers that can report only one. */
    static InvalidTestbedSettingException of(List<InvalidTestbedSettingException> found) {
        return new InvalidTestbedSettingException(
                found.get(0).setting(),
                Phrase.join(
                        " ",
                        found.stream()
                                .map(InvalidTestbedSettingException::sentence)
                                .toList()),
                Phrase.join(
                        " ",
                        found.stream()
                                .map(InvalidTestbedSettingException::advice)
                                .distinct()
                                .toList()));
    }

    /** Name of the setting; of the first one if there are several. */
    public String setting() {
        return setting;
    }
}
