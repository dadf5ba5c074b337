package org.faasnetlab.testbed.aws.account;

import java.util.Optional;

/** Asks the user for the code of an MFA device. */
@FunctionalInterface
public interface MfaPrompt {

    /** For a program without a user who could answer. */
    MfaPrompt NOBODY = (profile, device) -> Optional.empty();

    /**
     * Waits for the code. Called on a background thread.
     *
     * @param profile the profile whose role requires the code
     * @param device serial number or ARN of the device
     * @return empty if the user cancels, or cannot be asked
     */
    Optional<String> ask(String profile, String device);
}
