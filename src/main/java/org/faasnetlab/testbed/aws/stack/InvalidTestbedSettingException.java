package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;

/** A setting of an AWS testbed that AWS would refuse, or that cannot work. */
public final class InvalidTestbedSettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /**
     * @param setting name of the setting, so that the sentence can stand under its field
     */
    public InvalidTestbedSettingException(String setting, String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
        this.setting = setting;
    }

    /** All of these at once, as one who can tell but one exception tells them. */
    static InvalidTestbedSettingException of(List<InvalidTestbedSettingException> found) {
        return new InvalidTestbedSettingException(
                found.get(0).setting(),
                found.stream().map(InvalidTestbedSettingException::getMessage).collect(Collectors.joining(" ")),
                found.stream()
                        .map(InvalidTestbedSettingException::nextStep)
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /** The name of the setting; of the first one if several are told. */
    public String setting() {
        return setting;
    }
}
