package org.faasnetlab.testing.aws;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** Accounts whose profile leads to a server of a test. */
public final class TestAccounts {
    private TestAccounts() {}

    public static AwsAccount at(URI endpoint) {
        return at(endpoint, """
                aws_access_key_id = test
                aws_secret_access_key = test
                """);
    }

    /** @param profile further lines of the profile */
    public static AwsAccount at(URI endpoint, String profile) {
        String config = "[profile lab]\nendpoint_url = " + endpoint + "\n" + profile;
        ProfileFile file = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)))
                .build();
        return new AwsAccount(
                "lab",
                Region.EU_CENTRAL_1,
                ProfileCredentialsProvider.builder()
                        .profileFile(file)
                        .profileName("lab")
                        .build(),
                file);
    }
}
