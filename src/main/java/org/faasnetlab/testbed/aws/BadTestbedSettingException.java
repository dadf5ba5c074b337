package org.faasnetlab.testbed.aws;

import org.faasnetlab.LabException;

/** A setting of an AWS testbed that AWS would refuse, or that cannot work. */
public final class BadTestbedSettingException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /**
     * @param setting name of the setting, so that the sentence can stand under its field
     */
    public BadTestbedSettingException(String setting, String sentence, String nextStep) {
        super(sentence, nextStep);
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }
}
