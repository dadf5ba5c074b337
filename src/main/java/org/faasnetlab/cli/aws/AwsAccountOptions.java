package org.faasnetlab.cli.aws;

import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ShellQuoting;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the AWS account and Region. */
public final class AwsAccountOptions {
    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "AWS profile (default: the standard AWS credential chain). To list profiles, run "
                    + "'faasnetlab aws profiles'.")
    private @Nullable String profile;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AWS Region, for example eu-central-1 (default: AWS_REGION, or the Region of the profile)")
    private @Nullable String region;

    public boolean isSpecified() {
        return profile != null || region != null;
    }

    public AwsTestbeds testbeds(Lab lab) throws LabException {
        return lab.aws().in(profile, region);
    }

    /** A command line for the user with the same account and Region. */
    String command(String arguments) {
        return "faasnetlab " + arguments
                + (profile == null ? "" : " --profile " + ShellQuoting.quote(profile))
                + (region == null ? "" : " --region " + ShellQuoting.quote(region));
    }
}
