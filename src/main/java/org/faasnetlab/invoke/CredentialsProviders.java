package org.faasnetlab.invoke;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * Creates the SDK's credentials provider for each {@link CredentialsSource}. Resolving credentials may access files or
 * the network.
 */
public final class CredentialsProviders {
    /** Cause of an SDK exception that reports a mistake in a profile. */
    public static final class InvalidProfileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidProfileException(RuntimeException cause) {
            super("invalid profile", cause);
        }
    }

    private CredentialsProviders() {}

    /** The provider throws an {@link SdkException} if there are no credentials, or the profile is invalid. */
    public static AwsCredentialsProvider of(CredentialsSource credentials) {
        return explaining(() -> credentials.accept(new SdkProvider()));
    }

    /** The credentials of a profile of these files. */
    public static AwsCredentialsProvider ofProfile(ProfileFile files, String name) {
        return explaining(() -> {
            Optional<AwsCredentialsProvider> session = SpacedSsoSession.of(files, name);
            return session.isPresent()
                    ? session.get()
                    : ProfileCredentialsProvider.builder()
                            .profileFile(files)
                            .profileName(name)
                            .build();
        });
    }

    /**
     * A provider that throws an {@link SdkException} for every failure. The SDK throws other exceptions for most mistakes in
     * profiles, some when its provider is created, and an UncheckedIOException for an SSO profile whose user has never
     * signed in.
     */
    public static AwsCredentialsProvider explaining(Supplier<AwsCredentialsProvider> source) {
        AtomicReference<@Nullable AwsCredentialsProvider> created = new AtomicReference<>();
        return () -> {
            try {
                AwsCredentialsProvider known = created.get();
                if (known == null) {
                    // A role's provider creates a client at the latest with the first credentials.
                    AwsConfigFiles.prepareForSdk();
                }
                AwsCredentialsProvider provider = known == null ? source.get() : known;
                created.set(provider);
                return provider.resolveCredentials();
            } catch (UncheckedIOException e) {
                throw SdkClientException.create("Cannot read the sign-in token.", e);
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw SdkClientException.create(reason(e), new InvalidProfileException(e));
            }
        };
    }

    /** The SDK hides the output of a failed credential process in the cause. */
    private static String reason(RuntimeException failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).strip();
    }

    private static final class SdkProvider implements CredentialsSource.Handler<AwsCredentialsProvider> {
        @Override
        public AwsCredentialsProvider on(CredentialsSource.AccessKeys source) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(source.accessKeyId(), source.secretAccessKey()));
        }

        @Override
        public AwsCredentialsProvider on(CredentialsSource.Profile source) {
            return ofProfile(AwsConfigFiles.read(), source.name());
        }

        @Override
        public AwsCredentialsProvider on(CredentialsSource.DefaultChain source) {
            DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
            // The AWS CLI treats an empty variable as if it were not set.
            ProfileFileSystemSetting.AWS_PROFILE
                    .getStringValue()
                    .filter(String::isBlank)
                    .ifPresent(empty -> builder.profileName("default"));
            return builder.profileFile(AwsConfigFiles::read).build();
        }

        @Override
        public AwsCredentialsProvider on(CredentialsSource.Shared source) {
            return source.provider();
        }
    }
}
