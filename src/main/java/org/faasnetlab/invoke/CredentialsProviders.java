package org.faasnetlab.invoke;

import java.io.UncheckedIOException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The SDK's source of keys for each kind of {@link CredentialsSource}. Asking it for keys may read files or the network. */
public final class CredentialsProviders {
    private CredentialsProviders() {}

    /** What it throws where there are no keys is an {@link SdkException}. */
    public static AwsCredentialsProvider of(CredentialsSource credentials) {
        AwsCredentialsProvider source = source(credentials);
        return () -> {
            try {
                return source.resolveCredentials();
            } catch (UncheckedIOException noTokenFile) {
                // What the SDK lets out for a profile with SSO whose user has never signed in.
                throw SdkClientException.create("Cannot read the sign-in token.", noTokenFile);
            }
        };
    }

    private static AwsCredentialsProvider source(CredentialsSource credentials) {
        if (credentials instanceof CredentialsSource.AccessKeys keys) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
        }
        if (credentials instanceof CredentialsSource.Profile profile) {
            return ProfileCredentialsProvider.create(profile.name());
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
