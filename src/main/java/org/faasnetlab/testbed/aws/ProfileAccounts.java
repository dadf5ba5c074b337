package org.faasnetlab.testbed.aws;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.account.AwsProfileReader;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The accounts of the user's AWS files and environment, as the AWS SDK resolves them. */
public final class ProfileAccounts implements AwsAccounts {

    /** Form of a Region's ID; no list, because new Regions are added every year. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");

    private final AwsProfileReader profiles = new AwsProfileReader();
    private final Path functionZip;
    private final Clock clock;
    private final SecureRandom random;
    private final UnaryOperator<Sleeper> sleepers;

    /**
     * @param functionZip deployment package of the functions
     * @param random source of the passwords of servers with public addresses
     * @param sleepers replaces the sleeper between two requests; the identity in the program, shorter sleeps in tests
     */
    public ProfileAccounts(Path functionZip, Clock clock, SecureRandom random, UnaryOperator<Sleeper> sleepers) {
        this.functionZip = functionZip;
        this.clock = clock;
        this.random = random;
        this.sleepers = sleepers;
    }

    @Override
    public List<AwsProfile> profiles() throws LabException {
        return profiles.list();
    }

    @Override
    public AwsTestbeds in(@Nullable String profile, @Nullable String region) throws LabException {
        if (profile != null) {
            List<String> known = profiles().stream().map(AwsProfile::name).toList();
            if (!known.contains(profile)) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Unknown AWS profile \"" + profile + "\".",
                        known.isEmpty()
                                ? "There are no profiles. Create one with 'aws configure' or 'aws configure sso'."
                                : "Available profiles: " + String.join(", ", known) + ".");
            }
        }
        String where = region == null ? region(profile) : region;
        if (!REGION.matcher(where).matches()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Unknown AWS Region \"" + where + "\".",
                    "Specify a Region such as eu-central-1.");
        }
        AwsAccount account = new AwsAccount(profile, where);
        String name = profile == null ? "default credentials" : profile;
        return new AccountTestbeds(name, account, functionZip, clock, random, sleepers);
    }

    /** As the AWS tools resolve it, but without the metadata service of an EC2 instance. */
    private static String region(@Nullable String profile) throws LabException {
        String named = profile == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow() : profile;
        try {
            return new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider(null, named))
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "No AWS Region specified.",
                    "Specify a Region such as eu-central-1, or set it in the profile or in AWS_REGION.",
                    e);
        }
    }
}
