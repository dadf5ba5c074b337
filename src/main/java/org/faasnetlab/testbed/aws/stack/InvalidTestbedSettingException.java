package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;

/** A setting of an AWS testbed is invalid: AWS would refuse it, or it cannot work. */
public final class InvalidTestbedSettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /** @param setting name of the setting, so that the message can be shown at its field */
    public InvalidTestbedSettingException(String setting, String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
        this.setting = setting;
    }

    /** Joins several errors into one for callers that can report only one. */
    static InvalidTestbedSettingException of(List<InvalidTestbedSettingException> found) {
        return new InvalidTestbedSettingException(
                found.get(0).setting(),
                found.stream().map(InvalidTestbedSettingException::getMessage).collect(Collectors.joining(" ")),
                found.stream()
                        .map(InvalidTestbedSettingException::nextStep)
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /** Name of the setting; of the first one if there are several. */
    public String setting() {
        return setting;
    }
}
