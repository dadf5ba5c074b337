package org.faasnetlab.testing.ui;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsAccounts;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.account.MfaPrompt;

/** One account with two profiles. */
public final class FakeAwsAccounts implements AwsAccounts {
    private final FakeAwsTestbeds testbeds = new FakeAwsTestbeds();
    private MfaPrompt mfaPrompt = MfaPrompt.NOBODY;

    /** The testbeds of every profile. */
    public FakeAwsTestbeds testbeds() {
        return testbeds;
    }

    @Override
    public List<AwsProfile> profiles() {
        return List.of(
                new AwsProfile("research-sso", "eu-central-1", AwsProfile.SignIn.SSO),
                new AwsProfile("admin", null, AwsProfile.SignIn.ASSUME_ROLE));
    }

    @Override
    public FakeAwsTestbeds in(String profile, String region) throws LabException {
        if (region == null && !"research-sso".equals(profile)) {
            throw new LabException(LabException.Kind.FAILED, "No Region is known.", "Choose a Region.");
        }
        testbeds.choose(profile == null ? "default credentials" : profile, region == null ? "eu-central-1" : region);
        return testbeds;
    }

    /** How the window asks for MFA codes. */
    public MfaPrompt mfaPrompt() {
        return mfaPrompt;
    }

    @Override
    public void askForMfaCodes(MfaPrompt prompt) {
        mfaPrompt = prompt;
    }
}
