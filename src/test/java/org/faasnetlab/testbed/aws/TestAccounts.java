package org.faasnetlab.testbed.aws;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** Accounts whose profile leads to a server of a test. */
public final class TestAccounts {
    private TestAccounts() {}

    public static AwsAccount at(URI endpoint) {
        String config = """
                [profile lab]
                endpoint_url = %s
                aws_access_key_id = test
                aws_secret_access_key = test
                """.formatted(endpoint);
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
