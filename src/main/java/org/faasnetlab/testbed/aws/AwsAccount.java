package org.faasnetlab.testbed.aws;

import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An account in one Region, reached with a profile or the SDK's default chain. Endpoints set by {@code AWS_ENDPOINT_URL} or
 * the profile's {@code endpoint_url} are used.
 */
public final class AwsAccount {

    private final @Nullable String profile;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final @Nullable ProfileFile files;

    /**
     * @param profile name of a profile, or null for the SDK's default chain
     * @param region id of the Region, for example {@code eu-central-1}
     */
    public AwsAccount(@Nullable String profile, String region) {
        this(
                profile,
                Region.of(region),
                profile == null
                        ? DefaultCredentialsProvider.builder().build()
                        : ProfileCredentialsProvider.create(profile),
                null);
    }

    /**
     * @param files what to read instead of the user's AWS files, or null
     */
    AwsAccount(
            @Nullable String profile, Region region, AwsCredentialsProvider credentials, @Nullable ProfileFile files) {
        this.profile = profile;
        this.region = region;
        this.credentials = credentials;
        this.files = files;
    }

    public Region region() {
        return region;
    }

    /**
     * Asks AWS who signs the requests. Needs no permission.
     *
     * @throws AwsAccessException if AWS cannot be asked, with the reason
     */
    public AwsIdentity identity() throws AwsAccessException {
        GetCallerIdentityResponse answer = ask(StsClient.builder(), StsClient::getCallerIdentity);
        return new AwsIdentity(answer.account(), answer.arn());
    }

    /**
     * The image that servers start from: the newest Amazon Linux 2023.
     *
     * @throws AwsAccessException if AWS does not say
     */
    public String newestImage(Architecture architecture) throws AwsAccessException {
        return ask(SsmClient.builder(), ssm -> new ServerImages(ssm).newest(architecture));
    }

    /** The same account, credentials and endpoints in another Region. */
    public AwsAccount in(Region other) {
        return new AwsAccount(profile, other, credentials, files);
    }

    /** A client with this account's Region, credentials and profile; whoever asks for it closes it. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> {
                    if (profile != null) {
                        configuration.defaultProfileName(profile);
                    }
                    if (files != null) {
                        configuration.defaultProfileFile(files);
                    }
                })
                .build();
    }

    /**
     * Asks one question with a client of its own.
     *
     * @throws AwsAccessException if AWS cannot be asked or does not answer, with the reason
     */
    public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable, T> T ask(B builder, Function<C, T> question)
            throws AwsAccessException {
        try (C client = client(builder)) {
            return question.apply(client);
        } catch (UncheckedIOException noTokenFile) {
            // What the SDK throws for a profile with SSO whose user has never signed in.
            throw new AwsFailures(profile, region).signInMissing(noTokenFile);
        } catch (SdkException failure) {
            throw new AwsFailures(profile, region).explain(failure);
        }
    }
}
