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
                "Your AWS files have no profile '" + name + "'.",
                known.isEmpty()
                        ? "There are none; make one with 'aws configure' or 'aws configure sso'."
                        : "Choose one of: " + String.join(", ", known) + ".");
    }

    public static AccountChoiceException noSuchRegion(String name) {
        return new AccountChoiceException("'" + name + "' is not a Region of AWS.", "Write it like eu-central-1.");
    }

    public static AccountChoiceException noRegion(Throwable cause) {
        return new AccountChoiceException(
                "No AWS Region is chosen.",
                "Choose one such as eu-central-1, or set it in the profile or as AWS_REGION.",
                cause);
    }
}
