package org.faasnetlab.invoke;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The SDK's source of keys for each kind of {@link Credentials}. Asking it for keys may read files or the network. */
final class CredentialsProviders {
    private CredentialsProviders() {}

    static AwsCredentialsProvider of(Credentials credentials) {
        if (credentials instanceof Credentials.AccessKeys keys) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
        }
        if (credentials instanceof Credentials.Profile profile) {
            return ProfileCredentialsProvider.create(profile.name());
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
