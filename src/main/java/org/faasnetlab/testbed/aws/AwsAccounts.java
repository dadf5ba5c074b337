package org.faasnetlab.testbed.aws;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.jspecify.annotations.Nullable;

/** The accounts that the user's AWS files and environment lead to. */
public interface AwsAccounts {

    /** @throws LabException if a file cannot be read */
    List<AwsProfile> profiles() throws LabException;

    /**
     * The testbeds of an account in a Region. Asks AWS nothing yet.
     *
     * @param profile name of a profile, or null for the SDK's default chain
     * @param region id of the Region, or null for that of the environment or, if it names none, of the profile
     * @throws LabException if no Region is known, or the profile is not there
     */
    AwsTestbeds in(@Nullable String profile, @Nullable String region) throws LabException;
}
