package org.faasnetlab.testbed.aws;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** Accounts whose profile leads to a server on this computer. */
public final class TestAccounts {
    private TestAccounts() {}

    public static AwsAccount at(URI uri) {
        String config = """
                [profile test]
                endpoint_url = %s
                aws_access_key_id = test
                aws_secret_access_key = test
                """.formatted(uri);
        ProfileFile file = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)))
                .build();
        return new AwsAccount(
                "test",
                Region.EU_CENTRAL_1,
                ProfileCredentialsProvider.builder()
                        .profileFile(file)
                        .profileName("test")
                        .build(),
                file);
    }
}
