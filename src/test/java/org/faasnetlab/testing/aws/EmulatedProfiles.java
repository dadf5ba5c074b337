package org.faasnetlab.testing.aws;

import java.net.URI;

/** Writes an AWS configuration whose profiles lead to an emulated AWS. */
public final class EmulatedProfiles {
    private EmulatedProfiles() {}

    public static String config(URI endpoint) {
        return profile("research", "eu-central-1", endpoint) + profile("teaching", "us-east-1", endpoint);
    }

    private static String profile(String name, String region, URI endpoint) {
        return """
                [profile %s]
                region = %s
                endpoint_url = %s
                aws_access_key_id = test
                aws_secret_access_key = test

                """.formatted(name, region, endpoint);
    }
}
