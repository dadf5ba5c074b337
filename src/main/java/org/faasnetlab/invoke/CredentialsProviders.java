package org.faasnetlab.invoke;

import java.io.UncheckedIOException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Creates the SDK's credentials provider for each {@link CredentialsSource}. Resolving credentials may access files or
 * the network.
 */
public final class CredentialsProviders {
    private CredentialsProviders() {}

    /** The provider throws an {@link SdkException} if there are no credentials. */
    public static AwsCredentialsProvider of(CredentialsSource credentials) {
        AwsCredentialsProvider source = credentials.accept(new SdkProvider());
        return () -> {
            try {
                return source.resolveCredentials();
            } catch (UncheckedIOException e) {
                // Thrown by the SDK for an SSO profile whose user has never signed in.
                throw SdkClientException.create("Cannot read the sign-in token.", e);
            }
        };
    }

    private static final class SdkProvider implements CredentialsSource.Handler<AwsCredentialsProvider> {
        @Override
        public AwsCredentialsProvider on(CredentialsSource.AccessKeys source) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(source.accessKeyId(), source.secretAccessKey()));
        }

        @Override
        public AwsCredentialsProvider on(CredentialsSource.Profile source) {
            return ProfileCredentialsProvider.create(source.name());
        }

        @Override
        public AwsCredentialsProvider on(CredentialsSource.DefaultChain source) {
            return DefaultCredentialsProvider.builder().build();
        }
    }
}
