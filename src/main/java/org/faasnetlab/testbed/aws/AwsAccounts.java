package org.faasnetlab.testbed.aws;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.account.MfaPrompt;
import org.jspecify.annotations.Nullable;

/** The accounts that the user's AWS files and environment give access to. */
public interface AwsAccounts {

    /**
     * The profiles of the AWS configuration files, in their order.
     *
     * @throws LabException if a file cannot be parsed
     */
    List<AwsProfile> profiles() throws LabException;

    /**
     * The testbeds of an account in a Region. Makes no request to AWS.
     *
     * @param profile name of a profile, or null for the SDK's default chain
     * @param region ID of the Region, or null for the Region of the environment or else of the profile
     * @throws LabException if no Region is configured, or the profile does not exist
     */
    AwsTestbeds in(@Nullable String profile, @Nullable String region) throws LabException;

    /** Replaces how the user is asked for MFA codes, which before is not possible. */
    void askForMfaCodes(MfaPrompt prompt);
}
