package org.faasnetlab.testbed.aws.account;

import java.util.List;
import org.faasnetlab.LabException;

/** The chosen profile or Region does not exist, or none is chosen. */
public final class AccountChoiceException extends LabException {
    private static final long serialVersionUID = 1L;

    private AccountChoiceException(String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
    }

    private AccountChoiceException(String sentence, String nextStep, Throwable cause) {
        super(Kind.BAD_INPUT, sentence, nextStep, cause);
    }

    public static AccountChoiceException noProfile(String name, List<String> known) {
        return new AccountChoiceException(
                "Unknown AWS profile \"" + name + "\".",
                known.isEmpty()
                        ? "There are no profiles. Create one with 'aws configure' or 'aws configure sso'."
                        : "Available profiles: " + String.join(", ", known) + ".");
    }

    public static AccountChoiceException noSuchRegion(String name) {
        return new AccountChoiceException(
                "Unknown AWS Region \"" + name + "\".", "Specify a Region such as eu-central-1.");
    }

    public static AccountChoiceException noRegion(Throwable cause) {
        return new AccountChoiceException(
                "No AWS Region specified.",
                "Specify a Region such as eu-central-1, or set it in the profile or in AWS_REGION.",
                cause);
    }
}
